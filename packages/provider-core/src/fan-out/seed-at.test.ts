import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seedAt } from './seed-at.ts';

describe('seedAt', () => {
  it.each([
    [7, 0, { min: 0, max: 9 }, 7],
    [7, 2, { min: 0, max: 9 }, 9],
    [7, 3, { min: 0, max: 9 }, 0],
    [9, 11, { min: 0, max: 9 }, 0],
    [9, 3, { min: 5, max: 9 }, 7],
    [4, 9, { min: 4, max: 4 }, 4],
    [2_147_483_647, 1, { min: 0, max: 2_147_483_647 }, 0],
    [Number.MAX_SAFE_INTEGER, 2, { min: 0, max: Number.MAX_SAFE_INTEGER }, 1],
  ])('counts %i on by %i in %j to %i', (seed, index, range, expected) => {
    expect(seedAt(seed, index, range)).toBe(expected);
  });

  it('stays in the range, and gives two images the same seed only when the range is too small for them', () => {
    const cases = fc.record({ min: fc.nat({ max: 20 }), length: fc.integer({ min: 1, max: 40 }), at: fc.nat(), n: fc.integer({ min: 1, max: 10 }) });
    fc.assert(fc.property(cases, ({ min, length, at, n }) => {
      const range = { min, max: min + length - 1 };
      const seeds = Array.from({ length: n }, (_, index) => seedAt(min + (at % length), index, range));
      for (const seed of seeds) expect(seed >= range.min && seed <= range.max).toBe(true);
      expect(new Set(seeds).size).toBe(Math.min(n, length));
    }));
  });
});
