import { describe, expect, it } from 'vitest';
import { runTimeout } from './run-timeout.ts';

describe('runTimeout', () => {
  it.each([
    [undefined, 1, undefined],
    [5000, 1, 5000],
    [5000, 4, 20_000],
    [undefined, 4, 2_400_000],
    [2_147_483_647, 10, 2_147_483_647],
  ])('of %j for %i pictures is %j', (timeoutMs, count, expected) => {
    expect(runTimeout(timeoutMs, count)).toBe(expected);
  });
});
