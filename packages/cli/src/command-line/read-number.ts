import { UsageError } from '../errors/usage-error.ts';

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu;

/**
 * Reads the number of an option. Whether it is in range is the model's business, and is checked there.
 *
 * @throws {UsageError} when it is no decimal number: `Number` would take an empty text for 0 and read `0x10`.
 */
export function readNumber(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (DECIMAL.test(text.trim())) return Number(text);
  throw new UsageError(`${option} is ${JSON.stringify(text)}, which is no number.`);
}
