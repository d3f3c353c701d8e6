import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { retryAfter } from './retry-after.ts';

const NOW = Date.UTC(1994, 10, 6, 8, 49, 0);
const WEEK = 7 * 24 * 3600 * 1000;
const read = (headers: Record<string, string>): number | undefined => retryAfter(new Headers(headers), NOW);

describe('retryAfter', () => {
  it.each([
    ['0', 0], ['5', 5000], [' 120 ', 120_000], ['1.5', 1500], ['1.25', 1250], ['999999999', WEEK],
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

  it.each(['', '-5', '1e9', 'soon', '5 seconds', 'Infinity', '0x10', '9999999999', 'Sun, nonsense', '2026-01-01', 'NaN', 'until Sun, 06 Nov 1994 08:49:37 GMT'])('says nothing for %j', (value) => {
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

describe('retryAfter of a limited rate', () => {
  it.each([
    ['0', 0], ['5', 5000], ['1.5', 1500], ['1.25', 1250], ['6m0s', 360_000], ['1h2m3.5s', 3_723_500], ['20ms', 20], ['1s', 1000], ['12h', 43_200_000], ['1.25s', 1250], ['0.25ms', 0.25],
    ['', undefined], ['soon', undefined], ['in 5s', undefined], ['5s left', undefined], ['-5', undefined], ['1e9', undefined], ['5 s', undefined], ['999999999', WEEK],
  ])('reads %j as the time until the limit ends', (value, milliseconds) => {
    expect([read({ 'x-ratelimit-reset': value }), read({ 'ratelimit-reset': value })]).toEqual([milliseconds, milliseconds]);
  });

  it('takes a large number for the date that it is', () => {
    const now = Date.UTC(2026, 0, 1);
    const until = (value: number): number | undefined => retryAfter(new Headers({ 'x-ratelimit-reset': value.toString() }), now);
    expect([until(now / 1000 + 30), until(now + 30_000), until(now / 1000 - 30)]).toEqual([30_000, 30_000, 0]);
    // The first numbers that are dates, in seconds and in milliseconds.
    expect(['1000000000', '1000000000000'].map((value) => retryAfter(new Headers({ 'x-ratelimit-reset': value }), 1e12))).toEqual([0, 0]);
  });

  it('takes the longest of the limits that are used up, and of no other', () => {
    const [requests, tokens] = [{ 'x-ratelimit-reset-requests': '6m0s' }, { 'x-ratelimit-reset-tokens': '20s' }];
    expect(read({ ...requests, ...tokens, 'x-ratelimit-remaining-requests': '12', 'x-ratelimit-remaining-tokens': '0' })).toBe(20_000);
    expect(read({ ...requests, ...tokens, 'x-ratelimit-remaining-requests': '0', 'x-ratelimit-remaining-tokens': '0' })).toBe(360_000);
    expect(read({ ...requests, ...tokens })).toBeUndefined();
    expect(read({ 'x-ratelimit-reset': '5', 'x-ratelimit-remaining': '3' })).toBeUndefined();
    const left = (remaining: string): number | undefined => read({ ...tokens, 'x-ratelimit-remaining-tokens': remaining });
    expect(['0', '0.0', '0.00'].map(left)).toEqual([20_000, 20_000, 20_000]);
    expect(['', '10', '0.5', '0 of 5', 'none'].map(left)).toEqual(Array.from({ length: 5 }));
  });

  it('passes over what any other answer tells of limits', () => {
    const headers = new Headers({ 'x-ratelimit-reset': '5', ratelimit: '"api";r=9;t=55' });
    expect(retryAfter(headers, NOW, false)).toBeUndefined();
    headers.set('retry-after', '7');
    expect(retryAfter(headers, NOW, false)).toBe(7000);
  });

  it.each([['1500', 1500], ['0', 0], ['0.5', 0.5], ['0.25', 0.25], ['-1', 9000], ['1e3', 9000], ['', 9000]])('prefers retry-after-ms when that is a number: %j', (value, milliseconds) => {
    expect(read({ 'retry-after-ms': value, 'retry-after': '9' })).toBe(milliseconds);
  });
});

describe('retryAfter of anything', () => {
  const NAMES = ['retry-after', 'retry-after-ms', 'ratelimit', 'ratelimit-reset', 'x-ratelimit-reset', 'x-ratelimit-reset-requests', 'x-ratelimit-remaining-requests'];
  // What a header may hold at all; what it may not the runtime refuses.
  const value = fc.oneof(
    fc.string({ unit: 'grapheme-ascii', maxLength: 40 }), fc.double().map(String), fc.integer().map(String), fc.bigInt().map(String),
    fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()), fc.date({ noInvalidDate: true }).map((date) => date.toISOString()), fc.constantFrom('1e9', 'Infinity', 'NaN', '0x10', '5 s', ';t=5', '1h1h', '5m5m', '٣'),
  ).filter((text) => /^[\t\u0020-\u007E]*$/u.test(text));

  it('is nothing, or a whole wait between nothing and a week', () => {
    fc.assert(fc.property(fc.dictionary(fc.constantFrom(...NAMES), value), fc.boolean(), (headers, isRateLimited) => {
      const wait = retryAfter(new Headers(headers), NOW, isRateLimited);
      expect(wait === undefined || (wait >= 0 && wait <= WEEK)).toBe(true);
    }), { numRuns: 2000 });
  });

  it('is the seconds, in every way to write them', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: WEEK / 1000 }), fc.boolean(), (seconds, hasBlanks) => {
      expect(read({ 'retry-after': hasBlanks ? ` ${seconds} ` : seconds.toString() })).toBe(seconds * 1000);
      expect(read({ 'retry-after-ms': (seconds * 1000).toString() })).toBe(seconds * 1000);
      expect(read({ 'ratelimit-reset': seconds.toString() })).toBe(seconds * 1000);
      expect(read({ 'x-ratelimit-reset': `${Math.floor(seconds / 60)}m${seconds % 60}s` })).toBe(seconds * 1000);
    }));
  });

  it('is the time until the date, in its newest form and in the two old ones', () => {
    fc.assert(fc.property(fc.integer({ min: -WEEK / 1000, max: WEEK / 1000 }), (seconds) => {
      const date = new Date(NOW + seconds * 1000);
      const [, day = '', month = '', year = '', time = ''] = /^\w+, (\d+) (\w+) (\d+) (\S+) GMT$/u.exec(date.toUTCString()) ?? [];
      const [short, long] = ['short', 'long'].map((weekday) => new Intl.DateTimeFormat('en', { weekday: weekday === 'short' ? 'short' : 'long', timeZone: 'UTC' }).format(date));
      const forms = [date.toUTCString(), `${long}, ${day}-${month}-${year.slice(2)} ${time} GMT`, `${short} ${month} ${day.replace(/^0/u, ' ')} ${time} ${year}`];
      expect(forms.map((form) => read({ 'retry-after': form }))).toEqual(forms.map(() => Math.max(seconds * 1000, 0)));
    }));
  });
});
