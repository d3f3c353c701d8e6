import { describe, expect, it } from 'vitest';
import * as core from '../index.ts';
import type { ProviderError, ProviderErrorOptions } from '../index.ts';
import { coolDown } from './cool-down.ts';
import { mayFailOver } from './may-fail-over.ts';
import { retryDecision } from './retry-decision.ts';
import { retryDelay } from './retry-delay.ts';
import { saysProviderIsIll } from './says-provider-is-ill.ts';

const caused = (code: string, options: ProviderErrorOptions = {}): ProviderError =>
  new core.NetworkError('x', { ...options, cause: new Error('outer', { cause: Object.assign(new Error('inner'), { code }) }) });
const { NetworkError, ProxyError, RateLimitError, TimeoutError, UnavailableError } = core;

/** Every fault that a failure may be: how often the same provider is asked again, and whether another one may be. */
const MATRIX: readonly (readonly [fault: string, error: ProviderError, retries: number, failsOver: boolean])[] = [
  ['a host name that is not known', caused('ENOTFOUND'), 0, true],
  ['a host name that cannot be looked up now', caused('EAI_AGAIN'), 1, true],
  ['a refused connection', caused('ECONNREFUSED'), 2, true],
  ['a connection that is not made in time', new TimeoutError('connect', 10_000), 1, true],
  ['the same, by the runtime', caused('UND_ERR_CONNECT_TIMEOUT'), 1, true],
  ['a certificate that has expired', caused('CERT_HAS_EXPIRED'), 0, true],
  ['a certificate of another host', caused('ERR_TLS_CERT_ALTNAME_INVALID'), 0, true],
  ['a certificate that signed itself', caused('DEPTH_ZERO_SELF_SIGNED_CERT'), 0, true],
  ['a certificate of an unknown authority', caused('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), 0, true],
  ['a TLS handshake that is cut', caused('ECONNRESET'), 2, true],
  ['a proxy that refuses the password', new ProxyError('x', { retryable: false }), 0, false],
  ['a proxy that is down', new ProxyError('x', { retryable: true }), 2, true],
  ['a reset after the request was sent', caused('ECONNRESET', { billed: 'maybe' }), 0, false],
  ['no answer in time', new TimeoutError('headers', 60_000, { billed: 'maybe' }), 0, false],
  ['an answer that is not HTTP', new core.ProtocolError('x'), 0, true],
  ['an answer that is too large', new core.TooLargeError('x', 5), 0, true],
  ['HTTP 400 and 422', new core.RejectedError('x'), 0, false],
  ['a refused prompt', new core.ModerationError('x'), 0, false],
  ['HTTP 401 and 403', new core.AuthenticationError('x'), 0, true],
  ['a used-up allowance', new core.QuotaExceededError('x'), 0, true],
  ['HTTP 404', new core.NotFoundError('x'), 0, true],
  ['HTTP 408, 425 and 503', new UnavailableError('x'), 2, true],
  ['HTTP 429', new RateLimitError('x'), 2, true],
  ['HTTP 429 with a wait of a minute', new RateLimitError('x', { retryAfterMs: 60_000 }), 2, true],
  ['HTTP 429 with a longer wait', new RateLimitError('x', { retryAfterMs: 60_001 }), 0, true],
  ['HTTP 500, 502 and 504 to a job', new UnavailableError('x', { billed: 'maybe' }), 0, false],
  ['a redirect to a foreign host', new core.UnsafeUrlError('x'), 0, true],
  ['a stream that ends early', new core.StreamEndedError('x'), 0, false],
  ['silence in a stream', new TimeoutError('idle', 60_000, { billed: 'maybe' }), 0, false],
  ['a job that does not move', new TimeoutError('progress', 300_000, { billed: 'maybe' }), 0, false],
  ['an image that is none', new core.BadImageError('x', { billed: 'yes' }), 0, false],
  ['a wrong request', new core.InvalidRequestError([]), 0, false],
  ['an abort', new core.AbortedError('x'), 0, false],
  ['a plugin that cannot be made', new core.PluginError('x'), 0, true],
  ['no sockets left', caused('EMFILE'), 2, false],
  ['no buffers left', caused('ENOBUFS'), 2, false],
  ['no files left in the whole system', caused('ENFILE'), 2, false],
  ['no memory left', caused('ENOMEM'), 2, false],
  ['a connection that the system gives up', caused('ETIMEDOUT'), 1, true],
  ['a certificate whose issuer cannot be had', caused('UNABLE_TO_GET_ISSUER_CERT_LOCALLY'), 0, true],
];

describe.each(MATRIX)('%s', (_fault, error, retries, failsOver) => {
  it(`lets the same provider be asked again ${retries} times`, () => {
    const times = [0, 1, 2, 3].filter((retried) => retryDecision(error, retried, 2));
    expect(times).toHaveLength(retries);
  });

  it(`${failsOver ? 'lets' : 'does not let'} another provider be asked`, () => {
    expect(mayFailOver(error)).toBe(failsOver);
  });
});

describe('retryDecision', () => {
  it('takes what the application allows as the most', () => {
    expect(retryDecision(new UnavailableError('x'), 0, 0)).toBe(false);
    expect(retryDecision(new UnavailableError('x'), 4, 5)).toBe(true);
    expect(retryDecision(caused('EAI_AGAIN'), 1, 5)).toBe(false);
  });

  it('follows the server that says whether to try again', () => {
    expect(retryDecision(new UnavailableError('x', { retryable: false }), 0, 2)).toBe(false);
    expect(retryDecision(new core.RejectedError('x', { retryable: true }), 0, 2)).toBe(true);
  });
});

describe('mayFailOver', () => {
  it('asks another provider at the risk of two bills only where the application takes it', () => {
    const error = new UnavailableError('x', { billed: 'maybe' });
    expect([mayFailOver(error), mayFailOver(error, { onMaybeBilled: true })]).toEqual([false, true]);
    expect(mayFailOver(new UnavailableError('x', { billed: 'yes' }), { onMaybeBilled: true })).toBe(false);
    expect(mayFailOver(new core.ModerationError('x', { billed: 'maybe' }), { onModeration: true })).toBe(false);
  });
});

describe('retryDelay', () => {
  const least = { uuid: () => 'x', integer: (min: number) => min };
  const most = { uuid: () => 'x', integer: (_min: number, max: number) => max };

  it.each([[0, 500], [1, 1000], [2, 2000], [4, 8000], [9, 8000]])('is by chance up to the back-off: after %i retries %i ms', (retried, milliseconds) => {
    expect(retryDelay(new UnavailableError('x'), retried, most)).toBe(milliseconds);
    expect(retryDelay(new UnavailableError('x'), retried, least)).toBe(0);
  });

  it('is what the server asks for, and up to a tenth more, but never less', () => {
    const error = new RateLimitError('x', { retryAfterMs: 5000 });
    expect([retryDelay(error, 3, least), retryDelay(error, 0, most)]).toEqual([5000, 5500]);
    expect(retryDelay(new RateLimitError('x', { retryAfterMs: 0 }), 3, most)).toBe(0);
  });

  it('is a second more where this machine has no sockets left', () => {
    expect([retryDelay(caused('EMFILE'), 0, least), retryDelay(caused('EMFILE'), 0, most)]).toEqual([1000, 1500]);
  });
});

describe('coolDown', () => {
  it.each<[string, ProviderError, number, number]>([
    ['a refused credential', new core.AuthenticationError('x'), Infinity, 0],
    ['a used-up allowance', new core.QuotaExceededError('x'), 600_000, 0],
    ['an allowance that comes back', new core.QuotaExceededError('x', { retryAfterMs: 5000 }), 5000, 0],
    ['a limited rate', new RateLimitError('x', { retryAfterMs: 5000 }), 5000, 0],
    ['a limited rate without a time', new RateLimitError('x'), 0, 0],
    ['a service that asks for a pause', new UnavailableError('x', { retryAfterMs: 5000 }), 5000, 5000],
    ['a failed connection', new NetworkError('x'), 0, 0],
  ])('after %s', (_what, error, ownKeyOfNobody, ownKey) => {
    expect([coolDown(error, false), coolDown(error, true)]).toEqual([ownKeyOfNobody, ownKey]);
  });
});

describe('saysProviderIsIll', () => {
  it.each<[string, unknown, boolean]>([
    ['a failed connection', new NetworkError('x'), true], ['a stream that ended', new core.StreamEndedError('x'), true], ['a refused request', new core.RejectedError('x'), false],
    ['a refused prompt', new core.ModerationError('x'), false], ['a model that is not there', new core.NotFoundError('x'), false], ['no sockets left', caused('EMFILE'), false],
    ['the caller\'s deadline', new TimeoutError('total', 5), false], ['silence', new TimeoutError('idle', 5), true], ['an abort', new core.AbortedError('x'), false], ['anything else', 'x', false],
    ['a service that is down', new UnavailableError('x'), true], ['a limited rate', new RateLimitError('x'), true], ['an answer that is not HTTP', new core.ProtocolError('x'), true],
    ['an image that is none', new core.BadImageError('x'), true], ['a way to nowhere', new core.UnsafeUrlError('x'), true], ['a plugin that cannot go on', new core.PluginError('x'), true],
    ['a used-up allowance', new core.QuotaExceededError('x'), false], ['a refused credential', new core.AuthenticationError('x'), false],
  ])('takes %s for what it is', (_what, error, isIll) => {
    expect(saysProviderIsIll(error)).toBe(isIll);
  });
});
