import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { requestProblem } from '../errors/request-problem.ts';
import { ASPECT_RATIO_RULE, aspectRatioValue, type AspectRatio } from './aspect-ratio.ts';
import { commonDivisor } from './common-divisor.ts';
import { nearestSize } from './nearest-size.ts';
import { describeSide, gridLimits, isAllowedSide, type ImageSize, type SizeBounds } from './size-bounds.ts';

/** What sides are held against without bounds: whole numbers above 0. */
const UNBOUNDED: SizeBounds = { min: 1, max: Infinity };

/** Number of pixels that a ratio is laid out on without bounds. */
const DEFAULT_PIXELS = 1024 * 1024;

/** Width and height as far as the caller gave them, in pixels. */
export type PartialSize = { readonly [Side in keyof ImageSize]?: number | undefined };

/**
 * Fills in what is missing of a size.
 *
 * Explicit sides win over the ratio. With `bounds` the answer lies inside them and on their grid, as near to the ratio and
 * to the wanted number of pixels as can be; without bounds it is laid out on about 1024 × 1024 pixels.
 *
 * @throws {InvalidRequestError} when the ratio is not one, when an explicit side lies outside the bounds, or when the
 *   bounds cannot give the ratio; the message then names the widest and tallest possible one.
 */
export function useAspectRatio({ width, height }: PartialSize, ratio: AspectRatio = '1:1', bounds: SizeBounds = UNBOUNDED): ImageSize {
  const isGiven = width !== undefined && height !== undefined;
  const problems = Object.entries({ width, height }).flatMap(([field, side]) =>
    side === undefined || isAllowedSide(side, bounds) ? [] : [requestProblem(field, side, describeSide(bounds))]);
  const wanted = aspectRatioValue(ratio);
  const allowed = isGiven ? undefined : possibleRatios(wanted, bounds);
  if (allowed !== undefined) problems.push(requestProblem('aspectRatio', ratio, allowed));
  if (problems.length > 0) throw new InvalidRequestError(problems);
  if (isGiven) return { width, height };
  if (width !== undefined) return { width, height: otherSide('height', width / wanted, ratio, bounds) };
  if (height !== undefined) return { width: otherSide('width', height * wanted, ratio, bounds), height };
  if (bounds !== UNBOUNDED) return nearestSize(wanted, bounds);
  const [long, short] = [Math.sqrt(DEFAULT_PIXELS * wanted), Math.sqrt(DEFAULT_PIXELS / wanted)];
  return { width: otherSide('width', long, ratio, bounds), height: otherSide('height', short, ratio, bounds) };
}

/** What is allowed instead of a ratio that is none, or that the bounds cannot give; `undefined` for a good one. */
function possibleRatios(wanted: number, bounds: SizeBounds): string | undefined {
  if (Number.isNaN(wanted)) return ASPECT_RATIO_RULE;
  const { lowest, highest } = gridLimits(bounds);
  if (wanted <= highest / lowest && wanted >= lowest / highest) return undefined;
  const divisor = commonDivisor(highest, lowest);
  const [long, short] = [highest / divisor, lowest / divisor];
  return `between ${short}:${long} (tallest) and ${long}:${short} (widest) for sides of ${lowest} to ${highest}`;
}

function otherSide(field: keyof ImageSize, exact: number, ratio: AspectRatio, bounds: SizeBounds): number {
  const { lowest, highest, step } = gridLimits(bounds);
  const side = Math.max(1, Math.round(exact / step)) * step;
  if (isAllowedSide(side, bounds)) return side;
  const allowed = `one that gives a ${field} of ${lowest} to ${highest} with the given ${field === 'width' ? 'height' : 'width'}`;
  throw new InvalidRequestError([requestProblem('aspectRatio', ratio, allowed)]);
}
