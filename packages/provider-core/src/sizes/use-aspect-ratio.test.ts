import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { ASPECT_RATIOS, parseAspectRatio } from './aspect-ratio.ts';
import { gridLimits, isAllowedSide, type SizeBounds } from './size-bounds.ts';
import { useAspectRatio } from './use-aspect-ratio.ts';

/** What Stable Diffusion 3.5 Large accepts. */
const SD35: SizeBounds = { min: 512, max: 1024, multipleOf: 32 };

describe('useAspectRatio without bounds', () => {
  it.each([
    ['1:1', 1024, 1024], ['16:9', 1365, 768], ['9:16', 768, 1365], ['4:3', 1182, 887], ['3:4', 887, 1182],
    ['3:2', 1254, 836], ['2:3', 836, 1254], ['21:9', 1564, 670], ['9:21', 670, 1564], ['4:5', 916, 1145],
    ['5:4', 1145, 916], ['2:1', 1448, 724], ['1:2', 724, 1448],
  ] as const)('lays %s out on about a megapixel: %i × %i', (ratio, width, height) => {
    expect(useAspectRatio({}, ratio)).toEqual({ width, height });
  });

  it('makes a square when nothing is said', () => {
    expect(useAspectRatio({})).toEqual({ width: 1024, height: 1024 });
  });

  it('keeps both explicit sides, whatever the ratio', () => {
    expect(useAspectRatio({ width: 100, height: 999 }, '1:1')).toEqual({ width: 100, height: 999 });
  });

  it('does not even read the ratio when both sides are given', () => {
    expect(useAspectRatio({ width: 100, height: 200 }, 'nonsense')).toEqual({ width: 100, height: 200 });
  });

  it('finds the other side from one and the ratio', () => {
    expect(useAspectRatio({ width: 1920 }, '16:9')).toEqual({ width: 1920, height: 1080 });
    expect(useAspectRatio({ height: 1080 }, '16:9')).toEqual({ width: 1920, height: 1080 });
  });

  it('takes any ratio of positive numbers, with decimals and blanks', () => {
    expect(useAspectRatio({ height: 1000 }, ' 2.39 : 1 ')).toEqual({ width: 2390, height: 1000 });
  });

  it('never makes a side of 0 pixels', () => {
    expect(useAspectRatio({}, '999999999999:0.0000001')).toMatchObject({ height: 1 });
    expect(useAspectRatio({ width: 3 }, '1000:1')).toEqual({ width: 3, height: 1 });
  });

  it('comes within a pixel of every ratio', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 64 }), fc.integer({ min: 1, max: 64 }), (left, right) => {
      const { width, height } = useAspectRatio({}, `${left}:${right}`);
      expect(Math.abs(width - Math.sqrt((1024 * 1024 * left) / right))).toBeLessThanOrEqual(0.5);
      expect(Math.abs(height - Math.sqrt((1024 * 1024 * right) / left))).toBeLessThanOrEqual(0.5);
    }));
  });

  it.each([
    ['width', { width: 0 }], ['width', { width: -5 }], ['width', { width: 1.5 }], ['height', { height: Number.NaN }], ['height', { height: Infinity }],
  ])('refuses a %s of %o', (field, size) => {
    expect(() => useAspectRatio(size, '1:1')).toThrow(new RegExp(`^${field} is .+; allowed is a whole number above 0\\.$`, 'u'));
  });
});

describe('useAspectRatio with the bounds of Stable Diffusion 3.5', () => {
  it.each([
    ['1:1', 1024, 1024], ['16:9', 1024, 576], ['9:16', 576, 1024], ['4:3', 1024, 768], ['3:4', 768, 1024],
    ['3:2', 1024, 672], ['2:3', 672, 1024], ['4:5', 832, 1024], ['5:4', 1024, 832], ['2:1', 1024, 512], ['1:2', 512, 1024],
  ] as const)('answers %s with %i × %i', (ratio, width, height) => {
    expect(useAspectRatio({}, ratio, SD35)).toEqual({ width, height });
  });

  it.each(['21:9', '9:21', '2.01:1'])('refuses %s, which no sides of 512 to 1024 can give, and names the widest', (ratio) => {
    expect(() => useAspectRatio({}, ratio, SD35)).toThrow(InvalidRequestError);
    expect(() => useAspectRatio({}, ratio, SD35)).toThrow(
      `aspectRatio is "${ratio}"; allowed is between 1:2 (tallest) and 2:1 (widest) for sides of 512 to 1024.`,
    );
  });

  it('has a size or a refusal for each of the 13 named ratios', () => {
    const refused = ASPECT_RATIOS.filter((ratio) => {
      const value = parseAspectRatio(ratio);
      return value > 2 || value < 0.5;
    });
    expect(ASPECT_RATIOS).toHaveLength(13);
    expect(refused).toEqual(['21:9', '9:21']);
  });

  it('takes explicit sides that are allowed and no others', () => {
    expect(useAspectRatio({ width: 512, height: 544 }, '16:9', SD35)).toEqual({ width: 512, height: 544 });
    expect(() => useAspectRatio({ width: 513, height: 480 }, '1:1', SD35)).toThrow(
      'width is 513; allowed is a whole number of 512 to 1024 in steps of 32. height is 480; allowed is a whole number of 512 to 1024 in steps of 32.',
    );
  });

  it('lists a wrong side and a wrong ratio together', () => {
    expect(() => useAspectRatio({ width: 100 }, 'wide', SD35)).toThrow(/^width is 100; .+ aspectRatio is "wide"; /u);
  });

  it('puts the other side on the grid', () => {
    expect(useAspectRatio({ width: 1024 }, '16:9', SD35)).toEqual({ width: 1024, height: 576 });
    expect(useAspectRatio({ height: 544 }, '3:2', SD35)).toEqual({ width: 832, height: 544 });
  });

  it('refuses a ratio whose other side leaves the bounds, and says which side', () => {
    expect(() => useAspectRatio({ width: 512 }, '16:9', SD35)).toThrow(
      'aspectRatio is "16:9"; allowed is one that gives a height of 512 to 1024 with the given width.',
    );
  });
});

describe('useAspectRatio with any bounds', () => {
  const bounds = fc.record({
    step: fc.constantFrom(1, 8, 16, 32, 64),
    from: fc.integer({ min: 2, max: 20 }),
    count: fc.integer({ min: 1, max: 40 }),
    pixels: fc.option(fc.integer({ min: 1, max: 1_000_000 }), { nil: undefined }),
  }).map(({ step, from, count, pixels }): SizeBounds => ({ min: step * from - 1, max: step * (from + count) + 1, multipleOf: step, pixels }));
  /** A ratio that the bounds can give. */
  const cases = bounds.chain((limits) => {
    const { lowest, highest } = gridLimits(limits);
    const side = fc.integer({ min: lowest, max: highest });
    return fc.record({ limits: fc.constant(limits), left: side, right: side });
  });

  it('stays inside them and on their grid', () => {
    fc.assert(fc.property(cases, ({ limits, left, right }) => {
      const { width, height } = useAspectRatio({}, `${left}:${right}`, limits);
      expect(isAllowedSide(width, limits) && isAllowedSide(height, limits)).toBe(true);
    }));
  });

  it('turns the answer when the ratio is turned', () => {
    fc.assert(fc.property(cases, ({ limits, left, right }) => {
      const { width, height } = useAspectRatio({}, `${left}:${right}`, limits);
      // A square of the grid may have two equally good answers, one the other turned.
      const turned = useAspectRatio({}, `${right}:${left}`, limits);
      expect([[width, height], [height, width]]).toContainEqual([turned.height, turned.width]);
    }));
  });

  it('leaves no better size on the grid: first the ratio within half a step, then the pixels', () => {
    fc.assert(fc.property(cases, ({ limits, left, right }) => {
      const chosen = useAspectRatio({}, `${left}:${right}`, limits);
      const cost = costOf(left / right, limits);
      const ours = cost(chosen.width, chosen.height);
      const { lowest, highest, step } = gridLimits(limits);
      for (let width = lowest; width <= highest; width += step) {
        for (let height = lowest; height <= highest; height += step) {
          const [miss, pixels] = cost(width, height);
          const isBetter = miss < ours[0] - 1e-9 || (miss <= ours[0] + 1e-9 && pixels < ours[1] - 1e-9);
          if (isBetter) expect.fail(`${left}:${right} is better as ${width} × ${height} than as ${chosen.width} × ${chosen.height}`);
        }
      }
    }));
  });
});

/** How far a size misses the ratio beyond the grid's tolerance, and how far the wanted number of pixels. */
function costOf(ratio: number, limits: SizeBounds): (width: number, height: number) => readonly [number, number] {
  const { lowest, highest, step } = gridLimits(limits);
  const pixels = limits.pixels ?? highest ** 2;
  const shortSide = Math.min(highest, Math.max(lowest, Math.sqrt(ratio > 1 ? pixels / ratio : pixels * ratio)));
  const tolerance = Math.log((shortSide + step / 2) / shortSide);
  return (width, height) => [
    Math.max(0, Math.abs(Math.log(width) - Math.log(height) - Math.log(ratio)) - tolerance),
    Math.abs(Math.log(width * height) - Math.log(pixels)),
  ];
}
