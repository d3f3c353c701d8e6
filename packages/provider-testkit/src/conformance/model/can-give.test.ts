import type { SizeRule } from '@hypotez/provider-core';
import { describe, expect, it } from 'vitest';
import { canGive, isInside } from './can-give.ts';

const SIDES: SizeRule = { min: 512, max: 1024, multipleOf: 32 };
const RATIOS: SizeRule = { aspectRatios: ['1:1', '16:9'], pixels: 1_048_576 };
const SIZES: SizeRule = { sizes: [{ width: 1024, height: 1024 }, { width: 1536, height: 1024 }] };

describe('a ratio', () => {
  it.each<readonly [SizeRule, string, boolean]>([
    [SIDES, '2:1', true], [SIDES, '21:9', false],
    [RATIOS, '16:9', true], [RATIOS, '9:16', false],
    [SIZES, '3:2', true], [SIZES, '2:3', false],
  ])('of %j: %s is possible: %s', (size, ratio, isPossible) => {
    expect(canGive(size, ratio)).toBe(isPossible);
  });
});

describe('a picture', () => {
  it.each<readonly [SizeRule, number, number, string, boolean]>([
    [SIDES, 1024, 576, '16:9', true], [SIDES, 1024, 672, '3:2', true], [SIDES, 1024, 600, '16:9', false], [SIDES, 1024, 1024, '16:9', false], [SIDES, 2048, 1152, '16:9', false],
    [RATIOS, 1344, 756, '16:9', true], [RATIOS, 1024, 1024, '16:9', false],
    [SIZES, 1536, 1024, '3:2', true], [SIZES, 768, 512, '3:2', false],
  ])('inside %j: %i × %i for %s: %s', (size, width, height, ratio, isGood) => {
    expect(isInside(size, { width, height }, ratio)).toBe(isGood);
  });
});
