import { pythonRepr } from '../../protocol/python-repr.ts';

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

/** A whole number as Python's `int` reads it: digits and truth values too. Throws an `Error` in Python's words for anything else. */
export function readInteger(value: unknown): number {
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'number') return Math.trunc(value);
  if (typeof value === 'string') {
    if (/^\s*[+-]?\d+\s*$/.test(value)) return Number(value);
    throw new Error(`invalid literal for int() with base 10: ${pythonRepr(value)}`);
  }
  const type = value === null ? 'NoneType' : Array.isArray(value) ? 'list' : 'dict';
  throw new TypeError(`int() argument must be a string, a bytes-like object or a real number, not '${type}'`);
}

/** A number as far as it is one; anything else counts as 0. */
export function readAnyNumber(value: unknown): number {
  const number = typeof value === 'string' || typeof value === 'boolean' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : 0;
}
