import { describe, expect, it } from 'vitest';
import { ConfigurationError } from '../errors/configuration-error.ts';
import { createProviderContext } from '../provider/create-provider-context.ts';
import { createRegistry } from '../registry/create-registry.ts';
import { createHttp } from '../transport/create-http.ts';
import { DEFAULT_LIMITS, resolveLimits } from '../transport/limits.ts';
import { DEFAULT_TIMEOUTS, resolveTimeouts } from './timeouts.ts';

const MEBIBYTE = 1024 * 1024;

/** Everything that takes timers and limits. */
const TAKERS: Readonly<Record<string, (options: object) => unknown>> = {
  createHttp, createProviderContext, createRegistry: (options) => createRegistry([], options),
};

describe('timers and limits', () => {
  it('have the defaults that are documented', () => {
    expect(resolveTimeouts(undefined)).toEqual({ connectMs: 10_000, headersMs: 60_000, firstEventMs: 120_000, idleMs: 60_000, progressMs: 300_000, totalMs: 600_000 });
    expect(resolveLimits({})).toEqual({
      errorBodyBytes: 64 * 1024, jsonBytes: 64 * MEBIBYTE, eventBytes: 64 * MEBIBYTE, streamBytes: 512 * MEBIBYTE, imageBytes: 100 * MEBIBYTE, imageSide: 16_384, redirects: 5,
    });
  });

  it('may be set one by one; what is left out or undefined keeps its default', () => {
    expect(resolveTimeouts({ idleMs: 1, totalMs: 2_147_483_647, headersMs: undefined })).toEqual({ ...DEFAULT_TIMEOUTS, idleMs: 1, totalMs: 2_147_483_647 });
    expect(resolveLimits({ redirects: 1, streamBytes: 2 ** 40 })).toEqual({ ...DEFAULT_LIMITS, redirects: 1, streamBytes: 2 ** 40 });
  });

  it('are not changed for others', () => {
    resolveTimeouts({ idleMs: 1 });
    expect(DEFAULT_TIMEOUTS.idleMs).toBe(60_000);
    expect(Object.isFrozen(DEFAULT_TIMEOUTS) && Object.isFrozen(DEFAULT_LIMITS)).toBe(true);
  });

  describe.each(Object.entries(TAKERS))('of %s', (_name, take) => {
    it.each<[string, object, string]>([
      ...Object.keys(DEFAULT_TIMEOUTS).map((name): [string, object, string] => [`${name} 0`, { timeouts: { [name]: 0 } }, `timeouts.${name} must be a whole number from 1 to 2147483647; it is 0.`]),
      ...Object.keys(DEFAULT_LIMITS).map((name): [string, object, string] => [`${name} 0`, { limits: { [name]: 0 } }, `limits.${name} must be a whole number from 1 to 9007199254740991; it is 0.`]),
      ['NaN', { timeouts: { idleMs: NaN } }, 'timeouts.idleMs must be a whole number from 1 to 2147483647; it is NaN.'],
      ['a negative number', { limits: { jsonBytes: -1 } }, 'limits.jsonBytes must be a whole number from 1 to 9007199254740991; it is -1.'],
      ['a fraction', { timeouts: { totalMs: 1.5 } }, 'timeouts.totalMs must be a whole number from 1 to 2147483647; it is 1.5.'],
      ['longer than a timer can be', { timeouts: { totalMs: 2_147_483_648 } }, 'timeouts.totalMs must be a whole number from 1 to 2147483647; it is 2147483648.'],
      ['without an end', { timeouts: { progressMs: Infinity } }, 'timeouts.progressMs must be a whole number from 1 to 2147483647; it is Infinity.'],
      ['a text', { timeouts: { idleMs: '60000' } }, 'timeouts.idleMs must be a whole number from 1 to 2147483647; it is a string.'],
      ['of a name that nobody knows', { timeouts: { idle: 5 } }, 'timeouts.idle is not known; there are connectMs, headersMs, firstEventMs, idleMs, progressMs, totalMs.'],
      ['of a name that every object has', { limits: { toString: 5 } }, 'limits.toString is not known; there are errorBodyBytes, jsonBytes, eventBytes, streamBytes, imageBytes, imageSide, redirects.'],
    ])('are refused: %s', (_what, options, message) => {
      expect(() => take(options)).toThrow(ConfigurationError);
      expect(() => take(options)).toThrow(message);
    });
  });
});
