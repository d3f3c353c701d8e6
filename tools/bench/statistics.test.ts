import { describe, expect, it } from 'vitest';
import { median, range, slope, spread } from './statistics.ts';

describe('statistics', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[7], 7],
    [[], Number.NaN],
  ])('the median of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it('a range is one figure where both ends read the same', () => {
    expect(range([2.04, 1.96, 3], 1)).toBe('2.0-3.0');
    expect(range([2.04, 1.96], 1)).toBe('2.0');
    expect(range([-183, -141, 5], 0)).toBe('-183 to 5');
  });

  it('a spread is the median with its range', () => {
    expect(spread([1, 9, 2], 0)).toBe('2 (1-9)');
    expect(spread([4, 4], 0)).toBe('4');
  });

  it('a slope is that of the line with the least squares', () => {
    expect(slope([{ x: 0, y: 5 }, { x: 10, y: 25 }, { x: 20, y: 45 }])).toBe(2);
    expect(slope([{ x: 0, y: 1 }, { x: 1, y: 0 }, { x: 2, y: 1 }])).toBe(0);
    expect(slope([{ x: 0, y: 0 }, { x: 1, y: 3 }, { x: 2, y: 0 }, { x: 3, y: 3 }])).toBeCloseTo(0.6);
  });
});
