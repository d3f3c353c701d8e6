import { describe, expect, it, onTestFinished } from 'vitest';
import { retryAfter } from './retry-after.ts';

const NOW = Date.UTC(1994, 10, 6, 8, 49, 0);
const WEEK = 7 * 24 * 3600 * 1000;
const read = (headers: Record<string, string>): number | undefined => retryAfter(new Headers(headers), NOW);

describe('retryAfter', () => {
  it.each([
    ['0', 0], ['5', 5000], [' 120 ', 120_000], ['1.5', 1500], ['999999999', WEEK],
    ['Sun, 06 Nov 1994 08:49:37 GMT', 37_000], ['Sunday, 06-Nov-94 08:49:37 GMT', 37_000], ['Sun Nov  6 08:49:37 1994', 37_000],
    ['Sun, 06 Nov 1994 08:00:00 GMT', 0], ['Fri, 06 Nov 2093 08:49:37 GMT', WEEK],
  ])('reads %j', (value, milliseconds) => {
    expect(read({ 'retry-after': value })).toBe(milliseconds);
  });

  it('takes a date without a zone for GMT, wherever this program runs', () => {
    const zone = process.env['TZ'];
    onTestFinished(() => {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    });
    process.env['TZ'] = 'America/New_York';
    expect(new Date(0).getTimezoneOffset()).not.toBe(0);
    expect(read({ 'retry-after': 'Sun Nov  6 08:49:37 1994' })).toBe(37_000);
    expect(read({ 'retry-after': 'Sun, 06 Nov 1994 08:49:37 GMT' })).toBe(37_000);
  });

  it.each(['', '-5', '1e9', 'soon', '5 seconds', 'Infinity', '0x10', '9999999999', 'Sun, nonsense', '2026-01-01', 'NaN'])('says nothing for %j', (value) => {
    expect(read({ 'retry-after': value })).toBeUndefined();
  });

  it('reads the seconds of a RateLimit header', () => {
    expect(read({ ratelimit: '"api";r=0;t=55' })).toBe(55_000);
    expect(read({ ratelimit: '"api";r=0; t=55, "other";r=1;t=3' })).toBe(55_000);
    expect(read({ ratelimit: '"api";r=0;t=999999999' })).toBe(WEEK);
    expect(read({ ratelimit: '"api";r=0;limit=5' })).toBeUndefined();
  });

  it('prefers Retry-After, unless that is nonsense', () => {
    expect(read({ 'retry-after': '7', ratelimit: '"api";t=55' })).toBe(7000);
    expect(read({ 'retry-after': 'soon', ratelimit: '"api";t=55' })).toBe(55_000);
  });

  it('says nothing when the server says nothing', () => {
    expect(read({})).toBeUndefined();
  });
});
