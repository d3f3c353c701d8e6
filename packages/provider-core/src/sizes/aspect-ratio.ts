import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { requestProblem } from '../errors/request-problem.ts';

/** The ratios that have a name in most applications, width first. */
export const ASPECT_RATIOS = [
  '1:1', '16:9', '9:16', '4:3', '3:4', '3:2', '2:3', '21:9', '9:21', '4:5', '5:4', '2:1', '1:2',
] as const;

/** Width to height: one of the common ratios or any other `W:H` of positive numbers, such as `2.39:1`. */
export type AspectRatio = (typeof ASPECT_RATIOS)[number] | (string & Record<never, never>);

/** What a ratio may be, for people. */
export const ASPECT_RATIO_RULE = 'two positive numbers as width:height, such as 1:1, 16:9 or 2.39:1';

/** Reads a ratio as width divided by height; `NaN` when it is not `W:H` with two positive numbers. */
export function aspectRatioValue(ratio: AspectRatio): number {
  const [, width, height] = /^\s*(\d+(?:\.\d+)?)\s*:\s*(\d+(?:\.\d+)?)\s*$/u.exec(ratio) ?? [];
  const value = Number(width) / Number(height);
  return value > 0 && value < Infinity ? value : Number.NaN;
}

/**
 * Reads a ratio as width divided by height.
 *
 * @throws {InvalidRequestError} when it is not `W:H` with two positive numbers.
 */
export function parseAspectRatio(ratio: AspectRatio): number {
  const value = aspectRatioValue(ratio);
  if (Number.isNaN(value)) throw new InvalidRequestError([requestProblem('aspectRatio', ratio, ASPECT_RATIO_RULE)]);
  return value;
}
