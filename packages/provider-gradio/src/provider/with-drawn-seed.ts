import type { Generation, NumberRange, Random } from '@hypotez/provider-core';
import type { SpaceInput } from './space-input.ts';

/**
 * Draws the seed of a run whose Space takes one and cannot choose one itself, so that every result has its seed. Everything
 * else stays as it is.
 */
export function withDrawnSeed(generation: Generation, inputs: readonly SpaceInput[], range: NumberRange | undefined, random: Random): Generation {
  const takes = (field: SpaceInput['value']): boolean => inputs.some(({ value }) => value === field);
  if (range === undefined || !generation.randomizeSeed || !takes('seed') || takes('randomizeSeed')) return generation;
  return { ...generation, seed: random.integer(range.min, range.max), randomizeSeed: false };
}
