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
