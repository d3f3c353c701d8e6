import type { Generation } from '@hypotez/provider-core';
import type { FileData } from '../files/file-data.ts';
import type { SpaceInput } from './space-input.ts';

/** The input images of a run, as the Space keeps them. */
export interface UploadedImages {
  readonly images: readonly FileData[];
  readonly mask?: FileData | undefined;
}

/** Makes the values that are sent, one for each input, in order. */
export function inputValues(inputs: readonly SpaceInput[], generation: Generation, { images, mask }: UploadedImages): readonly unknown[] {
  const left = [...images];
  return inputs.map(({ value, component, fallback }) => {
    if (typeof value === 'function') return value(generation);
    if (typeof value === 'object') return value.constant;
    // A text box takes no null: the function would meet `None`.
    const missing = fallback ?? (value === 'negativePrompt' ? '' : null);
    if (value === 'mask') return mask ?? missing;
    if (value !== 'images') return generation[value] ?? missing;
    if (component !== 'gallery') return left.shift() ?? missing;
    const all = left.splice(0);
    return all.length === 0 ? missing : all.map((image) => ({ image, caption: null }));
  });
}
