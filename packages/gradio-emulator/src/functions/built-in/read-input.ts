/** A text input; null is the empty text. Throws a `TypeError`, hidden from the caller, for anything else. */
export function readText(value: unknown): string {
  if (value === null) return '';
  if (typeof value !== 'string') throw new TypeError('Expected a text.');
  return value;
}

/** A number input. Throws a `TypeError`, hidden from the caller, for anything else. */
export function readNumber(value: unknown): number {
  if (typeof value !== 'number') throw new TypeError('Expected a number.');
  return value;
}

/** A whole number as Python's `int` reads it: digits and truth values too. Throws a `TypeError` for anything else. */
export function readInteger(value: unknown): number {
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'string' && /^\s*[+-]?\d+\s*$/.test(value)) return Number(value);
  return Math.trunc(readNumber(value));
}

/** A number as far as it is one; anything else counts as 0. */
export function readAnyNumber(value: unknown): number {
  const number = typeof value === 'string' || typeof value === 'boolean' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : 0;
}
