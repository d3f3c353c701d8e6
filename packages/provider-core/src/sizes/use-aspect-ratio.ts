import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { requestProblem, type RequestProblem } from '../errors/request-problem.ts';
import { aspectRatioProblem, aspectRatioValue, parseAspectRatio, type AspectRatio } from './aspect-ratio.ts';
import { nearestSize } from './nearest-size.ts';
import { describeSide, gridLimits, isAllowedSide, type ImageSize, type SizeBounds } from './size-bounds.ts';

/** Side of the square that a ratio is laid out on when there are no bounds, in pixels. */
const DEFAULT_PIXELS = 1024 * 1024;

/** Width and height as far as the caller gave them, in pixels. */
export interface PartialSize {
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/**
 * Fills in what is missing of a size.
 *
 * Explicit sides win over the ratio. With `bounds` the answer lies inside them and on their grid, as near to the ratio and
 * to the wanted number of pixels as can be; without bounds it is laid out on about 1024 × 1024 pixels.
 *
 * @throws {InvalidRequestError} when the ratio is not one, when an explicit side lies outside the bounds, or when the
 *   bounds cannot give the ratio; the message then names the widest and tallest possible one.
 */
export function useAspectRatio(size: PartialSize, ratio: AspectRatio = '1:1', bounds?: SizeBounds): ImageSize {
  const { width, height } = size;
  const isGiven = width !== undefined && height !== undefined;
  const problems = [...sideProblems('width', width, bounds), ...sideProblems('height', height, bounds)];
  if (!isGiven) problems.push(...ratioProblems(ratio, bounds));
  if (problems.length > 0) throw new InvalidRequestError(problems);
  if (isGiven) return { width, height };
  const wanted = parseAspectRatio(ratio);
  if (width !== undefined) return { width, height: otherSide('height', width / wanted, ratio, bounds) };
  if (height !== undefined) return { width: otherSide('width', height * wanted, ratio, bounds), height };
  if (bounds !== undefined) return nearestSize(wanted, bounds);
  return { width: Math.max(1, Math.round(Math.sqrt(DEFAULT_PIXELS * wanted))), height: Math.max(1, Math.round(Math.sqrt(DEFAULT_PIXELS / wanted))) };
}

function sideProblems(field: 'width' | 'height', side: number | undefined, bounds?: SizeBounds): RequestProblem[] {
  if (side === undefined) return [];
  if (bounds === undefined) return Number.isInteger(side) && side > 0 ? [] : [requestProblem(field, side, 'a whole number above 0')];
  return isAllowedSide(side, bounds) ? [] : [requestProblem(field, side, describeSide(bounds))];
}

function ratioProblems(ratio: AspectRatio, bounds?: SizeBounds): RequestProblem[] {
  const wanted = aspectRatioValue(ratio);
  if (wanted === undefined) return [aspectRatioProblem(ratio)];
  if (bounds === undefined) return [];
  const { lowest, highest } = gridLimits(bounds);
  if (wanted <= highest / lowest && wanted >= lowest / highest) return [];
  const divisor = commonDivisor(highest, lowest);
  const [long, short] = [highest / divisor, lowest / divisor];
  const allowed = `between ${short}:${long} (tallest) and ${long}:${short} (widest) for sides of ${lowest} to ${highest}`;
  return [requestProblem('aspectRatio', ratio, allowed)];
}

function otherSide(field: 'width' | 'height', exact: number, ratio: AspectRatio, bounds?: SizeBounds): number {
  if (bounds === undefined) return Math.max(1, Math.round(exact));
  const { lowest, highest, step } = gridLimits(bounds);
  const side = Math.round(exact / step) * step;
  if (side >= lowest && side <= highest) return side;
  const given = field === 'width' ? 'height' : 'width';
  throw new InvalidRequestError([
    requestProblem('aspectRatio', ratio, `one that gives a ${field} of ${lowest.toString()} to ${highest.toString()} with the given ${given}`),
  ]);
}

function commonDivisor(left: number, right: number): number {
  return right === 0 ? left : commonDivisor(right, left % right);
}
