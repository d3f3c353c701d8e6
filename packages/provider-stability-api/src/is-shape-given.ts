import type { Generation } from '@hypotez/provider-core';

/** Tells whether the request itself says what shape the picture is to have. */
export function isShapeGiven({ given }: Pick<Generation, 'given'>): boolean {
  // One side comes never without the other.
  return given.has('aspectRatio') || given.has('width');
}
