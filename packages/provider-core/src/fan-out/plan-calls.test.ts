import { describe, expect, it } from 'vitest';
import { BOUNDS } from '../testing/example-provider.ts';
import { planCalls } from './plan-calls.ts';

const GENERATION = {
  prompt: 'a cat', model: 'sd', aspectRatio: '1:1', width: 512, height: 512, seed: 40, randomizeSeed: false, guidanceScale: 1, numInferenceSteps: 1, images: [], n: 5, given: new Set<never>(), warnings: [], providerOptions: {},
} as const;

/** The indexes of each call, and what it is told of number and seed. */
function plan(imagesPerCall: number | undefined, over: Partial<{ n: number; seed: number; randomizeSeed: boolean }> = {}, indexes?: readonly number[]) {
  return planCalls({ ...GENERATION, ...over }, { ...BOUNDS, n: { min: 1, max: 10 }, imagesPerCall }, indexes).map(({ indexes: share, generation: { n, seed } }) => ({ share, n, seed }));
}

describe('planCalls', () => {
  it('makes a call for each image, with the next seed', () => {
    expect(plan(1, { n: 3 })).toEqual([{ share: [0], n: 1, seed: 40 }, { share: [1], n: 1, seed: 41 }, { share: [2], n: 1, seed: 42 }]);
  });

  it('gives a call as many as it can make, the last one what is left', () => {
    expect(plan(2)).toEqual([{ share: [0, 1], n: 2, seed: 40 }, { share: [2, 3], n: 2, seed: 42 }, { share: [4], n: 1, seed: 44 }]);
  });

  it.each([undefined, 5, 10])('makes one call where it can make all (%s)', (imagesPerCall) => {
    expect(plan(imagesPerCall)).toEqual([{ share: [0, 1, 2, 3, 4], n: 5, seed: 40 }]);
  });

  it('begins anew behind the largest seed', () => {
    expect(plan(1, { n: 3, seed: 2_147_483_646 }).map(({ seed }) => seed)).toEqual([2_147_483_646, 2_147_483_647, 0]);
  });

  it('leaves the seed alone where the provider chooses', () => {
    expect(plan(1, { n: 2, randomizeSeed: true }).map(({ seed }) => seed)).toEqual([40, 40]);
  });

  it('makes those that are asked for, each with its own seed, and puts only neighbours into one call', () => {
    expect(plan(2, {}, [1, 3, 4])).toEqual([{ share: [1], n: 1, seed: 41 }, { share: [3, 4], n: 2, seed: 43 }]);
  });
});
