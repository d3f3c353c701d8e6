import { describe, expect, it } from 'vitest';
import { parseWait } from './parse-wait.ts';

describe('parseWait', () => {
  it.each([
    ['retry in 0:09:48.', 588_000],
    ['Please retry in 0:00:56', 56_000],
    ['Try again in 23:14:07. ', 83_647_000],
    ['Try again in 0:00:00', 0],
    ['Try again in 0:12:03.456789', 723_000],
    ['TRY AGAIN IN 1:00:00', 3_600_000],
    ['try again in 1 day, 2:03:04', 93_784_000],
    ['try again in 2 days, 0:00:00', 172_800_000],
    ['try again in 2 days.', 172_800_000],
    ['try again in 1 day', 86_400_000],
    ['try again in -1 day, 23:59:59', 0],
    ['try again in 400 days', 604_800_000],
  ])('%s -> %d ms', (text, expected) => {
    expect(parseWait(text)).toBe(expected);
  });

  it('believes no more than a week, however many digits come', () => {
    expect(parseWait(`try again in ${'9'.repeat(400)}:00:00`)).toBe(604_800_000);
    expect(parseWait(`try again in ${'9'.repeat(400)} days`)).toBe(604_800_000);
  });

  it.each(['Retry later', 'try again in a moment', 'in 0:09:48', 'try again in 5', 'Try again once some of those tasks have completed.', ''])(
    'finds nothing in %j',
    (text) => {
      expect(parseWait(text)).toBeUndefined();
    },
  );
});
