import type { PythonValue } from '../protocol/python-value.ts';

/** An object schema member that may be null, in the key order of pydantic. */
export function nullable(type: string, title: string, description?: string): PythonValue {
  return { anyOf: [{ type }, { type: 'null' }], default: null, description, title };
}

/** The schema member that marks a dictionary as a file. */
export const fileMeta: PythonValue = { default: { _type: 'gradio.FileData' }, title: 'Meta', type: 'object' };

/** JSON schema of an image value, as Gradio 5.3 shows it. */
export const imageSchema: PythonValue = {
  properties: {
    path: nullable('string', 'Path', 'Path to a local file'),
    url: nullable('string', 'Url', 'Publicly available url or base64 encoded image'),
    size: nullable('integer', 'Size', 'Size of image in bytes'),
    orig_name: nullable('string', 'Orig Name', 'Original filename'),
    mime_type: nullable('string', 'Mime Type', 'mime type of image'),
    is_stream: { default: false, description: 'Can always be set to False', title: 'Is Stream', type: 'boolean' },
    meta: fileMeta,
  },
  title: 'ImageData',
  type: 'object',
  additional_description: 'For input, either path or url must be provided. For output, path is always provided.',
};

/** The same as a Python type, as Gradio 5.3 words it. */
export const imagePythonType = [
  'Dict(path: str | None (Path to a local file)',
  'url: str | None (Publicly available url or base64 encoded image)',
  'size: int | None (Size of image in bytes)',
  'orig_name: str | None (Original filename)',
  'mime_type: str | None (mime type of image)',
  'is_stream: bool (Can always be set to False)',
  'meta: Dict())',
].join(', ');
