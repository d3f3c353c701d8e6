import { describe, expect, it } from 'vitest';
import { byteRange } from './byte-range.ts';

describe('byteRange', () => {
  it.each([
    [undefined, 0, 9, false],
    ['lines=1-2', 0, 9, false],
    ['bytes=1-2,4-5', 0, 9, false],
    ['bytes=2-4', 2, 4, true],
    ['bytes=5-', 5, 9, true],
    ['bytes=-3', 7, 9, true],
    ['bytes=8-99', 8, 9, true],
  ])('reads %s of ten bytes', (header, start, end, isPart) => {
    expect(byteRange(header, 10)).toEqual({ start, end, isPart });
  });

  it('refuses a range behind the end', () => {
    expect(byteRange('bytes=10-', 10)).toBe('unsatisfiable');
  });
});
