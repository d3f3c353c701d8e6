import type { PythonValue } from '../protocol/python-value.ts';
import { fileMeta, nullable } from './image-schema.ts';

const fileData: PythonValue = {
  properties: {
    path: { title: 'Path', type: 'string' },
    url: nullable('string', 'Url'),
    size: nullable('integer', 'Size'),
    orig_name: nullable('string', 'Orig Name'),
    mime_type: nullable('string', 'Mime Type'),
    is_stream: { default: false, title: 'Is Stream', type: 'boolean' },
    meta: fileMeta,
  },
  required: ['path'],
  title: 'FileData',
  type: 'object',
};

function item(kind: 'image' | 'video', title: string): PythonValue {
  return {
    properties: { [kind]: { $ref: '#/$defs/FileData' }, caption: nullable('string', 'Caption') },
    required: [kind],
    title,
    type: 'object',
  };
}

/** JSON schema of a gallery value, as Gradio 5.3 shows it (less the class description of `FileData`). */
export const gallerySchema: PythonValue = {
  $defs: {
    FileData: fileData,
    GalleryImage: item('image', 'GalleryImage'),
    GalleryVideo: item('video', 'GalleryVideo'),
  },
  items: { anyOf: [{ $ref: '#/$defs/GalleryImage' }, { $ref: '#/$defs/GalleryVideo' }] },
  title: 'GalleryData',
  type: 'array',
  additional_description: null,
};

/** The same as a Python type, as Gradio 5.3 words it. */
export const galleryPythonType =
  'List[Dict(image: filepath, caption: str | None) | Dict(video: filepath, caption: str | None)]';
