import type { PythonValue } from '../../protocol/python-value.ts';
import { fileDataSchema, fileMeta, nullable } from './file-schema.ts';

const properties = {
  path: nullable('string', 'Path', 'Path to a local file'),
  url: nullable('string', 'Url', 'Publicly available url or base64 encoded image'),
  size: nullable('integer', 'Size', 'Size of image in bytes'),
  orig_name: nullable('string', 'Orig Name', 'Original filename'),
  mime_type: nullable('string', 'Mime Type', 'mime type of image'),
  is_stream: { default: false, description: 'Can always be set to False', title: 'Is Stream', type: 'boolean' },
} as const;
const title = 'ImageData';
const type = 'object';
const bothWays = 'For input, either path or url must be provided. For output, path is always provided.';
const oneWay = 'A local filepath or publicly available URL.';

/** JSON schema of an image value in 4.44. */
export const imageSchema4: PythonValue = fileDataSchema(fileMeta(false));

/** JSON schema of an image value in 5.3. */
export const imageSchema53: PythonValue = {
  properties: { ...properties, meta: fileMeta(false) },
  title,
  type,
  additional_description: bothWays,
};

/** JSON schema of an image value in 5.49. */
export const imageSchema549: PythonValue = {
  properties: { ...properties, meta: fileMeta(true) },
  title,
  type,
  additional_description: bothWays,
};

/** JSON schema of an image value in 6. */
export const imageSchema6: PythonValue = {
  properties: { ...properties, meta: fileMeta(true) },
  title,
  type,
  additional_description: oneWay,
};

/** The definition of an image inside the schema of a gallery, from 5.49 on. */
export function imageDefinition(major: 5 | 6): PythonValue {
  const description = major === 5 ? bothWays : oneWay;
  return { description, properties: { ...properties, meta: fileMeta(true) }, title, type };
}

/** An image value as a Python type, where the release does not just say `filepath`; by its words for a dictionary. */
export function imagePythonType(dictionary: 'Dict' | 'dict', meta: string): string {
  const members = [
    'path: str | None (Path to a local file)',
    'url: str | None (Publicly available url or base64 encoded image)',
    'size: int | None (Size of image in bytes)',
    'orig_name: str | None (Original filename)',
    'mime_type: str | None (mime type of image)',
    'is_stream: bool (Can always be set to False)',
    `meta: ${meta}`,
  ];
  return `${dictionary}(${members.join(', ')})`;
}
