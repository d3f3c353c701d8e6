import type { PythonValue } from '../../protocol/python-value.ts';
import { fileDataSchema, fileMeta, nullable } from './file-schema.ts';
import { imageDefinition } from './image-schemas.ts';

function item(kind: 'image' | 'video', definition: string, title: string): PythonValue {
  return {
    properties: { [kind]: { $ref: `#/$defs/${definition}` }, caption: nullable('string', 'Caption') },
    required: [kind],
    title,
    type: 'object',
  };
}

const fileData = fileDataSchema(fileMeta(false));
const galleryVideo = item('video', 'FileData', 'GalleryVideo');
const ending = { title: 'GalleryData', type: 'array' } as const;
const items = { anyOf: [{ $ref: '#/$defs/GalleryImage' }, { $ref: '#/$defs/GalleryVideo' }] };

/** JSON schema of a gallery value in 4.44, which knows no videos. */
export const gallerySchema4: PythonValue = {
  $defs: { FileData: fileData, GalleryImage: item('image', 'FileData', 'GalleryImage') },
  items: { $ref: '#/$defs/GalleryImage' },
  ...ending,
};

/** JSON schema of a gallery value in 5.3. */
export const gallerySchema53: PythonValue = {
  $defs: { FileData: fileData, GalleryImage: item('image', 'FileData', 'GalleryImage'), GalleryVideo: galleryVideo },
  items,
  ...ending,
  additional_description: null,
};

/** JSON schema of a gallery value from 5.49 on. */
export function gallerySchema(major: 5 | 6): PythonValue {
  return {
    $defs: {
      FileData: fileDataSchema({ $ref: '#/$defs/FileDataMeta' }),
      FileDataMeta: {
        properties: { _type: { const: 'gradio.FileData', title: 'Type', type: 'string' } },
        required: ['_type'],
        title: 'FileDataMeta',
        type: 'object',
      },
      GalleryImage: item('image', 'ImageData', 'GalleryImage'),
      GalleryVideo: galleryVideo,
      ImageData: imageDefinition(major),
    },
    items,
    ...ending,
    additional_description: null,
  };
}
