import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { UnsupportedOptionError } from '../errors/unsupported-option-error.ts';
import { ASPECT_RATIOS } from './aspect-ratio.ts';
import { chooseSize, type WantedSize } from './choose-size.ts';
import type { FixedSizes, RatioSizes, SizeRule } from './size-rule.ts';
import { useAspectRatio } from './use-aspect-ratio.ts';

const GRID = { min: 512, max: 1024, multipleOf: 32 };
const RATIOS: RatioSizes = { aspectRatios: ['1:1', '16:9', '2:3'], pixels: 1024 * 1024 };
const FIXED: FixedSizes = { sizes: [{ width: 1024, height: 1024 }, { width: 1536, height: 1024 }, { width: 1344, height: 768 }] };

function refusal(wanted: WantedSize, rule: SizeRule): unknown {
  try {
    return chooseSize(wanted, '1:1', rule);
  } catch (thrown) {
    return thrown;
  }
}

describe('the size of a model with sides on a grid', () => {
  it('is what useAspectRatio finds, whatever is asked for', () => {
    const side = fc.option(fc.integer({ min: 400, max: 1100 }), { nil: undefined });
    fc.assert(fc.property(side, side, fc.option(fc.constantFrom(...ASPECT_RATIOS), { nil: undefined }), (width, height, aspectRatio) => {
      const wanted = { width, height, aspectRatio };
      const found = refusal(wanted, GRID);
      try {
        expect(found).toMatchObject({ ...useAspectRatio(wanted, aspectRatio ?? '1:1', GRID), warnings: [] });
      } catch (thrown) {
        if (!(thrown instanceof InvalidRequestError)) throw thrown;
        expect(String(found)).toBe(String(thrown));
      }
    }));
  });

  it('has the ratio that was asked for, or that of the explicit sides', () => {
    expect(chooseSize({ aspectRatio: '16:9' }, '1:1', GRID).aspectRatio).toBe('16:9');
    expect(chooseSize({}, '3:2', GRID).aspectRatio).toBe('3:2');
    expect(chooseSize({ width: 1024, height: 512, aspectRatio: '1:1' }, '1:1', GRID).aspectRatio).toBe('2:1');
  });
});

describe('the size of a service that takes ratios', () => {
  it('is about its number of pixels in the ratio', () => {
    expect(chooseSize({}, '1:1', RATIOS)).toEqual({ width: 1024, height: 1024, aspectRatio: '1:1', warnings: [] });
    expect(chooseSize({ aspectRatio: '16:9' }, '1:1', RATIOS)).toEqual({ width: 1365, height: 768, aspectRatio: '16:9', warnings: [] });
  });

  it('is one of the list in any way of writing it', () => {
    expect(chooseSize({ aspectRatio: ' 32 : 18 ' }, '1:1', RATIOS).aspectRatio).toBe('16:9');
  });

  it('is the nearest of the list where several count as the same', () => {
    const close: RatioSizes = { aspectRatios: ['7:4', '16:9'], pixels: 1024 * 1024 };
    expect(chooseSize({ aspectRatio: '16:9' }, '1:1', close).aspectRatio).toBe('16:9');
    expect(chooseSize({ aspectRatio: '7:4' }, '1:1', close).aspectRatio).toBe('7:4');
    expect(chooseSize({ width: 1366, height: 768 }, '1:1', close).aspectRatio).toBe('16:9');
  });

  it('may be given by sides of that ratio and about that many pixels, with a warning', () => {
    const { warnings, ...size } = chooseSize({ width: 1344, height: 768 }, '1:1', RATIOS);
    expect(size).toEqual({ width: 1344, height: 768, aspectRatio: '16:9' });
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('16:9');
  });

  it.each<[WantedSize, readonly string[]]>([
    [{ aspectRatio: '4:3' }, ['aspectRatio']], [{ width: 512, height: 512 }, ['width', 'height']], [{ width: 1024, height: 820 }, ['width', 'height']],
    [{ width: 1024 }, ['width']], [{ height: 1024, aspectRatio: '1:1' }, ['height']],
  ])('is not %j, which another model may have', (wanted, fields) => {
    const error = refusal(wanted, RATIOS);
    expect(error).toBeInstanceOf(UnsupportedOptionError);
    expect(error).toMatchObject({ problems: fields.map((field) => ({ field, allowed: expect.stringContaining('1:1, 16:9, 2:3') as string })) });
  });

  it('is on the list for every ratio that has a name, or refused', () => {
    fc.assert(fc.property(fc.constantFrom(...ASPECT_RATIOS), fc.subarray([...ASPECT_RATIOS], { minLength: 1 }), (aspectRatio, [first, ...others]) => {
      const aspectRatios = [first ?? '1:1', ...others] as const;
      const found = refusal({ aspectRatio }, { aspectRatios, pixels: 1e6 });
      if (aspectRatios.includes(aspectRatio)) expect(found).toMatchObject({ aspectRatio });
      else expect(found).toBeInstanceOf(UnsupportedOptionError);
    }));
  });
});

describe('the size of a model with a few sizes', () => {
  it.each<[WantedSize, object]>([
    [{}, { width: 1024, height: 1024, aspectRatio: '1:1' }],
    [{ aspectRatio: '3:2' }, { width: 1536, height: 1024, aspectRatio: '3:2' }],
    // 1344 × 768 is 7:4, which services call 16:9.
    [{ aspectRatio: '16:9' }, { width: 1344, height: 768, aspectRatio: '16:9' }],
    [{ width: 1536, height: 1024 }, { width: 1536, height: 1024, aspectRatio: '3:2' }],
    [{ width: 1344, height: 768, aspectRatio: '1:1' }, { width: 1344, height: 768, aspectRatio: '7:4' }],
    [{ height: 1024, aspectRatio: '3:2' }, { width: 1536, height: 1024 }],
  ])('is for %j one of them', (wanted, size) => {
    expect(chooseSize(wanted, '1:1', FIXED)).toMatchObject({ ...size, warnings: [] });
  });

  it('is of those that count as the same ratio the nearest, and the first of equals', () => {
    const close: FixedSizes = { sizes: [{ width: 1344, height: 768 }, { width: 1366, height: 768 }, { width: 1280, height: 720 }, { width: 1920, height: 1080 }] };
    expect(chooseSize({ aspectRatio: '16:9' }, '1:1', close)).toMatchObject({ width: 1280, height: 720 });
    expect(chooseSize({ aspectRatio: '7:4' }, '1:1', close)).toMatchObject({ width: 1344, height: 768 });
    expect(chooseSize({ height: 768, aspectRatio: '16:9' }, '1:1', close)).toMatchObject({ width: 1366, height: 768 });
  });

  it('is one of them whatever is asked for, as near to the ratio as any, or refused with all of them', () => {
    // Few and large, so that many ratios are close to each other.
    const side = fc.integer({ min: 90, max: 99 });
    const sizes = fc.array(fc.record({ width: side, height: side }), { minLength: 1, maxLength: 6 });
    fc.assert(fc.property(sizes, side, side, ([first, ...others], left, right) => {
      const rule = { sizes: [first ?? { width: 1, height: 1 }, ...others] } as const;
      const ratio = left / right;
      const distances = rule.sizes.map(({ width, height }) => Math.abs(width / height / ratio - 1));
      const found = refusal({ aspectRatio: `${left}:${right}` }, rule);
      if (Math.min(...distances) <= 0.02) {
        const at = rule.sizes.findIndex(({ width, height }) => Math.abs(width / height / ratio - 1) === Math.min(...distances));
        expect(found).toMatchObject({ ...rule.sizes[at], aspectRatio: `${left}:${right}`, warnings: [] });
      } else {
        expect(found).toBeInstanceOf(UnsupportedOptionError);
      }
      for (const size of rule.sizes) expect(refusal(size, rule)).toMatchObject(size);
    }));
  });

  it.each<[WantedSize, readonly string[], string]>([
    [{ width: 1024, height: 768 }, ['width', 'height'], '1024x1024, 1536x1024, 1344x768'], [{ width: 1536 }, ['width'], '1536x1024'], [{ aspectRatio: '21:9' }, ['aspectRatio'], '1:1, 3:2, 7:4'],
  ])('is not %j, which another model may have', (wanted, fields, allowed) => {
    const error = refusal(wanted, FIXED);
    expect(error).toBeInstanceOf(UnsupportedOptionError);
    expect(error).toMatchObject({ problems: fields.map((field) => ({ field, allowed: expect.stringContaining(allowed) as string })) });
  });
});

describe('a size that is none', () => {
  it.each([RATIOS, FIXED, GRID])('is wrong for every model: %j', (rule) => {
    for (const wanted of [{ width: 0, height: 512 }, { width: 512.5, height: 512 }, { width: Number.NaN, height: 512 }, { aspectRatio: 'a:b' }, { aspectRatio: '0:1' }]) {
      const error = refusal(wanted, rule);
      expect(error).toBeInstanceOf(InvalidRequestError);
      expect(error).not.toBeInstanceOf(UnsupportedOptionError);
    }
  });
});
