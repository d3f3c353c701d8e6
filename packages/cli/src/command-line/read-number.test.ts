import { describe, expect, it } from 'vitest';
import { UsageError } from '../errors/usage-error.ts';
import { readNumber } from './read-number.ts';

describe('readNumber', () => {
  it.each([['7', 7], ['-3', -3], ['1.5', 1.5], ['1e3', 1000], [' 4 ', 4], ['1e999', Number.POSITIVE_INFINITY]])('reads %j', (text, number) => {
    expect(readNumber('--seed', text)).toBe(number);
  });

  it.each(['', ' ', 'NaN', 'Infinity', '0x10', '1_000', '7px'])('refuses %j', (text) => {
    expect(() => readNumber('--seed', text)).toThrow(UsageError);
  });
});
