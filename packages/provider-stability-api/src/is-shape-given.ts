import type { Generation } from '@hypotez/provider-core';

/** Tells whether the request itself says what shape the picture is to have. */
export function isShapeGiven({ given }: Pick<Generation, 'given'>): boolean {
  return given.has('aspectRatio') || given.has('width') || given.has('height');
}
