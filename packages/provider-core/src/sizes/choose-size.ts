import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { requestProblem } from '../errors/request-problem.ts';
import { UnsupportedOptionError } from '../errors/unsupported-option-error.ts';
import { parseAspectRatio, type AspectRatio } from './aspect-ratio.ts';
import { commonDivisor } from './common-divisor.ts';
import type { ImageSize } from './size-bounds.ts';
import type { FixedSizes, RatioSizes, SizeRule } from './size-rule.ts';
import { useAspectRatio, type PartialSize } from './use-aspect-ratio.ts';

/** What a request says of the size. */
export interface WantedSize extends PartialSize {
  readonly aspectRatio?: AspectRatio | undefined;
}

/** A size that the model makes. */
export interface ChosenSize extends ImageSize {
  readonly aspectRatio: AspectRatio;
  /** What is otherwise than asked for, for people. */
  readonly warnings: readonly string[];
}

/** Ratios that differ by less count as the same: services write 16:9 for 1344 × 768. */
const SAME_RATIO = 0.02;
/** Numbers of pixels that differ by less count as the same for a service that chooses them itself. */
const SAME_PIXELS = 0.1;

/**
 * Finds the size that a model makes for a request.
 *
 * @param usual the ratio of a request that names none.
 * @throws {InvalidRequestError} when a side or a ratio is none, or lies outside the bounds.
 * @throws {UnsupportedOptionError} when it is one, but not on the model's list.
 */
export function chooseSize(wanted: WantedSize, usual: AspectRatio, rule: SizeRule): ChosenSize {
  if ('aspectRatios' in rule) return chooseRatio(wanted, usual, rule);
  if ('sizes' in rule) return chooseFixed(wanted, usual, rule);
  const { width, height, aspectRatio = usual } = wanted;
  const size = useAspectRatio(wanted, aspectRatio, rule);
  return { ...size, aspectRatio: width !== undefined && height !== undefined ? ratioOf(size) : aspectRatio, warnings: [] };
}

function chooseRatio(wanted: WantedSize, usual: AspectRatio, { aspectRatios, pixels }: RatioSizes): ChosenSize {
  const { width, height, aspectRatio = usual } = wanted;
  requireSides(wanted);
  const areGiven = width !== undefined || height !== undefined;
  // A single side would be of a size that nobody can promise.
  const ratio = !areGiven ? parseAspectRatio(aspectRatio) : (width ?? 0) / (height ?? 0);
  const found = nearest(aspectRatios, parseAspectRatio, ratio);
  if (found === undefined || (areGiven && difference((width ?? 0) * (height ?? 0), pixels) > SAME_PIXELS)) {
    throw unsupported(wanted, aspectRatio, `one of the ratios ${aspectRatios.join(', ')}`, `an aspectRatio in their place (${aspectRatios.join(', ')}): the service chooses the pixels, about ${(pixels / 1e6).toFixed(1)} million`);
  }
  const size = areGiven ? { width: width ?? 0, height: height ?? 0 } : sizeOf(parseAspectRatio(found), pixels);
  return { ...size, aspectRatio: found, warnings: areGiven ? [`The service takes no sides: it was asked for ${found} and chooses the pixels itself.`] : [] };
}

function chooseFixed(wanted: WantedSize, usual: AspectRatio, { sizes }: FixedSizes): ChosenSize {
  const { width, height, aspectRatio = usual } = wanted;
  requireSides(wanted);
  const areBothGiven = width !== undefined && height !== undefined;
  const ratio = parseAspectRatio(aspectRatio);
  const fitting = sizes.filter((size) => (width ?? size.width) === size.width && (height ?? size.height) === size.height);
  const found = areBothGiven ? fitting[0] : nearest(fitting, (size) => size.width / size.height, ratio);
  if (found === undefined) {
    throw unsupported(wanted, aspectRatio, `one of the ratios ${[...new Set(sizes.map(ratioOf))].join(', ')}`, `one of the sizes ${sizes.map((size) => `${size.width}x${size.height}`).join(', ')}`);
  }
  const { width: wide, height: high } = found;
  return { width: wide, height: high, aspectRatio: areBothGiven ? ratioOf(found) : aspectRatio, warnings: [] };
}

/** The sides that were given are wrong, or else the ratio. */
function unsupported(wanted: WantedSize, aspectRatio: AspectRatio, ratios: string, sides: string): UnsupportedOptionError {
  const given = (['width', 'height'] as const).filter((side) => wanted[side] !== undefined);
  return new UnsupportedOptionError(given.length === 0 ? [requestProblem('aspectRatio', aspectRatio, ratios)] : given.map((side) => requestProblem(side, wanted[side], sides)));
}

function requireSides({ width, height }: WantedSize): void {
  const problems = Object.entries({ width, height }).flatMap(([field, side]) =>
    side === undefined || (Number.isInteger(side) && side > 0) ? [] : [requestProblem(field, side, 'a whole number above 0')]);
  if (problems.length > 0) throw new InvalidRequestError(problems);
}

/** Sides in whole pixels. */
function sizeOf(ratio: number, pixels: number): ImageSize {
  return { width: Math.round(Math.sqrt(pixels * ratio)), height: Math.round(Math.sqrt(pixels / ratio)) };
}

/** The one of the nearest ratio, the first of equals; `undefined` where none counts as the same. */
function nearest<Listed>(list: readonly Listed[], ratio: (listed: Listed) => number, wanted: number): Listed | undefined {
  return list.filter((listed) => difference(ratio(listed), wanted) <= SAME_RATIO).toSorted((left, right) => difference(ratio(left), wanted) - difference(ratio(right), wanted))[0];
}

function difference(value: number, wanted: number): number {
  return Math.abs(value / wanted - 1);
}

function ratioOf({ width, height }: ImageSize): AspectRatio {
  const divisor = commonDivisor(width, height);
  return `${width / divisor}:${height / divisor}`;
}
