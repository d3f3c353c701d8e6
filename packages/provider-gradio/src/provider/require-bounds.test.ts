import { ConfigurationError } from '@hypotez/provider-core';
import { describe, expect, it } from 'vitest';
import { thrownBy } from '../testing/collect.ts';
import { requireBounds } from './require-bounds.ts';

describe('requireBounds', () => {
  it.each([{}, { seed: { min: 5, max: 5 } }, { seed: undefined }, { imagesPerCall: 4 }, { size: { sizes: [{ width: 1, height: 2 }] as const } }])('takes %j', (bounds) => {
    expect(() => { requireBounds(bounds); }).not.toThrow();
  });

  it.each([{ min: 2, max: 1 }, { min: Number.NaN, max: 1 }, { min: 0, max: Number.NaN }])('refuses %j', async (seed) => {
    const error = await thrownBy(() => { requireBounds({ seed }); });
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(String(error)).toContain('bounds.seed');
  });

  it.each([0, 1.5, Number.NaN])('refuses %d images of a job', async (imagesPerCall) => {
    expect(String(await thrownBy(() => { requireBounds({ imagesPerCall }); }))).toContain('bounds.imagesPerCall');
  });
});
