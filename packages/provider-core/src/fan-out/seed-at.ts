import type { NumberRange } from '../request/generation-limits.ts';

/** The seed of the image with this index, counted on from the first one's; after the largest comes the smallest. */
export function seedAt(seed: number, index: number, { min, max }: NumberRange): number {
  // Not (seed + index) % (max + 1): a range may go up to the largest whole number that is exact.
  const room = max - seed;
  return index <= room ? seed + index : min + ((index - room - 1) % (max - min + 1));
}
