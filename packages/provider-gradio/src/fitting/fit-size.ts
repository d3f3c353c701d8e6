import { ASPECT_RATIOS, parseAspectRatio, type AspectRatio, type GenerationBounds } from '@hypotez/provider-core';
import type { SpaceField } from '../provider/space-input.ts';
import type { DescribedInput } from '../signature/described-function.ts';
import type { FittedInput } from './fit-inputs.ts';
import { isNumber, standingValue } from './standing-value.ts';

/** Number of pixels of a Space that does not say it: what most models of today are made for. */
const USUAL_PIXELS = 1024 * 1024;
/** Limits of a side that the Space does not bound. */
const USUAL_SIDES = { min: 64, max: 4096, multipleOf: 8 };

/** The sizes of a function, and the ratio of a request that names none. */
export interface FittedSize {
  readonly size: GenerationBounds['size'];
  readonly aspectRatio: AspectRatio;
}

/** Reads the sizes of a function off its inputs: sides, or a choice of ratios. Without either the Space alone decides. */
export function fitSize(inputs: readonly FittedInput[]): FittedSize {
  const find = (field: SpaceField): DescribedInput | undefined => inputs.find(({ value }) => value === field)?.described;
  const [width, height, ratio] = [find('width'), find('height'), find('aspectRatio')];
  if (width !== undefined && height !== undefined) return fitSides(width, height);
  const usual = ratioIn(ratio === undefined ? undefined : standingValue(ratio));
  const [first, ...others] = ratio === undefined ? [] : [...ratiosIn(ratio).keys()];
  if (first !== undefined) return { size: { aspectRatios: [first, ...others], pixels: USUAL_PIXELS }, aspectRatio: usual ?? first };
  return { size: { sizes: [{ width: 1024, height: 1024 }] }, aspectRatio: '1:1' };
}

/** The choices of an input that name a ratio, such as `16:9` or `Wide (16:9)`, by that ratio. */
export function ratiosIn({ choices = [] }: DescribedInput): ReadonlyMap<AspectRatio, unknown> {
  const found = choices.flatMap((choice) => {
    const ratio = ratioIn(choice);
    return ratio === undefined ? [] : [[ratio, choice] as const];
  });
  // Of two choices with one ratio the first one counts.
  return new Map(found.toReversed());
}

function ratioIn(choice: unknown): AspectRatio | undefined {
  const [, width, height] = (typeof choice === 'string' ? /(?<!\d)([1-9]\d?) ?: ?([1-9]\d?)(?!\d)/u.exec(choice) : null) ?? [];
  return width === undefined || height === undefined ? undefined : `${Number(width)}:${Number(height)}`;
}

function fitSides(width: DescribedInput, height: DescribedInput): FittedSize {
  const limit = (name: 'minimum' | 'maximum' | 'step'): readonly number[] => [width[name], height[name]].filter(isNumber);
  const [wide, high] = [standingValue(width), standingValue(height)];
  const sides = [wide, high].filter((side): side is number => isNumber(side) && Number.isInteger(side) && side > 0);
  const [usualWidth, usualHeight] = sides;
  const steps = limit('step').filter((step) => Number.isInteger(step) && step > 1);
  const size = {
    min: Math.max(1, ...limit('minimum'), ...(limit('minimum').length === 0 ? [USUAL_SIDES.min] : [])),
    max: Math.min(...limit('maximum'), ...(limit('maximum').length === 0 ? [USUAL_SIDES.max] : [])),
    multipleOf: steps.length > 0 ? Math.max(...steps) : limit('minimum').length === 0 ? USUAL_SIDES.multipleOf : 1,
  };
  if (usualWidth === undefined || usualHeight === undefined) return { size, aspectRatio: '1:1' };
  const usual = ASPECT_RATIOS.find((ratio) => parseAspectRatio(ratio) === usualWidth / usualHeight);
  return { size: { ...size, pixels: usualWidth * usualHeight }, aspectRatio: usual ?? `${usualWidth}:${usualHeight}` };
}
