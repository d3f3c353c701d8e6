import { describe, expect, it } from 'vitest';
import { describeDuration } from './describe-duration.ts';

describe('describeDuration', () => {
  it.each([[0, '1 s'], [47_001, '48 s'], [60_000, '1 min'], [588_000, '9 min 48 s'], [3_600_000, '1 h'], [3_900_000, '1 h 5 min']])('tells %i milliseconds', (milliseconds, text) => {
    expect(describeDuration(milliseconds)).toBe(text);
  });
});
