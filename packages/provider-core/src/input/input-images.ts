import type { ImageRequest } from '../request/image-request.ts';
import type { ImageInput } from './image-input.ts';

/** A picture that a request brings along, as it was when the request was made. */
export type KeptInput = Exclude<ImageInput, Uint8Array>;

/** The pictures that a request brings along; there is at least one. */
export interface InputImages {
  readonly images: readonly KeptInput[];
  readonly mask?: KeptInput | undefined;
}

/**
 * Takes the pictures of a request as they are at this moment: whoever asked may go on writing to them.
 *
 * @returns `undefined` when there are none.
 */
export function inputImages({ images = [], mask }: Pick<ImageRequest, 'images' | 'mask'>): InputImages | undefined {
  return images.length === 0 && mask === undefined ? undefined : { images: images.map(kept), mask: mask && kept(mask) };
}

function kept(input: ImageInput): KeptInput {
  // Copied before: a `Blob` takes no memory that other threads may write to.
  if (input instanceof Uint8Array) return new Blob([new Uint8Array(input)]);
  return input instanceof URL ? new URL(input) : input;
}
