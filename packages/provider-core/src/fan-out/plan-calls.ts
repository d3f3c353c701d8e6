import type { Generation } from '../provider/generation.ts';
import type { GenerationBounds } from '../request/generation-limits.ts';
import { seedAt } from './seed-at.ts';

/** What one call of a plugin's generator has to make. */
export interface PlannedCall {
  /** Which images of the request, in order. */
  readonly indexes: readonly [number, ...number[]];
  readonly generation: Omit<Generation, 'signal'>;
}

/**
 * Shares the images of a request out to calls of the plugin's generator, each with at most as many as the model makes in one.
 *
 * A given seed is counted on from image to image, so that each has the same one whoever makes it and in whatever call.
 *
 * @param indexes those to make, in order. Default: all of the `n`.
 */
export function planCalls(generation: Omit<Generation, 'signal'>, { n, imagesPerCall = n.max, seed: range }: GenerationBounds, indexes?: readonly number[]): PlannedCall[] {
  return shares(indexes ?? Array.from({ length: generation.n }, (_, index) => index), imagesPerCall).map((share) => ({
    indexes: share,
    generation: { ...generation, n: share.length, seed: generation.randomizeSeed || range === undefined || generation.seed === undefined ? generation.seed : seedAt(generation.seed, share[0], range) },
  }));
}

/** Only neighbours go into one call: a provider that makes several counts the seed on by itself. */
function shares(indexes: readonly number[], most: number): [number, ...number[]][] {
  const made: [number, ...number[]][] = [];
  for (const index of indexes) {
    const last = made.at(-1);
    if (last !== undefined && last.length < most && last.at(-1) === index - 1) last.push(index);
    else made.push([index]);
  }
  return made;
}
