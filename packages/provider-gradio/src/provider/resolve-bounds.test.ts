import { ConfigurationError, type GenerationBounds } from '@hypotez/provider-core';
import { describe, expect, it } from 'vitest';
import { thrownBy } from '../testing/collect.ts';
import { resolveBounds } from './resolve-bounds.ts';

const OWN: GenerationBounds = {
  size: { min: 512, max: 1024, multipleOf: 32 },
  seed: { min: 0, max: 9 },
  guidanceScale: { min: 0, max: 7.5 },
  numInferenceSteps: { min: 1, max: 50 },
  n: { min: 1, max: 1 },
  imagesPerCall: 1,
};

describe('resolveBounds', () => {
  it('keeps what is not changed', () => {
    expect(resolveBounds(OWN)).toEqual(OWN);
    expect(resolveBounds(OWN, { numInferenceSteps: { min: 1, max: 28 } })).toEqual({ ...OWN, numInferenceSteps: { min: 1, max: 28 } });
  });

  it('lets a job make one image, unless it is told otherwise', () => {
    const { imagesPerCall, ...silent } = OWN;
    expect(imagesPerCall).toBe(1);
    expect(resolveBounds(silent)).toEqual(OWN);
    expect(resolveBounds(silent, { imagesPerCall: 4 }).imagesPerCall).toBe(4);
    for (const wrong of [0, 1.5, Number.NaN]) expect(() => resolveBounds(OWN, { imagesPerCall: wrong })).toThrow(/imagesPerCall/u);
  });

  it.each([{ min: 2, max: 1 }, { min: Number.NaN, max: 1 }, { min: 0, max: Number.NaN }])('refuses %j', async (seed) => {
    const error = await thrownBy(() => resolveBounds(OWN, { seed }));
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(String(error)).toContain('bounds.seed');
  });
});
