import { describe, expect, it } from 'vitest';
import { AbortedError } from '../errors/aborted-error.ts';
import { AuthenticationError } from '../errors/authentication-error.ts';
import { QuotaExceededError } from '../errors/quota-exceeded-error.ts';
import { RateLimitError } from '../errors/rate-limit-error.ts';
import { silentLogger } from '../services/logger.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { createProviderHealth, type ProviderHealth } from './provider-health.ts';

function healthAt(clock = new ManualClock()): ProviderHealth {
  return createProviderHealth('a', { clock, logger: silentLogger });
}

/** How many retries can be taken out at once. */
function retriesOf(health: ProviderHealth): number {
  let count = 0;
  while (health.withdrawRetry()) count += 1;
  return count;
}

describe('the health of a provider', () => {
  it('earns a retry by ten requests, and none by what is a retry itself', () => {
    const health = healthAt();
    for (let request = 0; request < 10; request += 1) health.begin(false)();
    expect(retriesOf(health)).toBe(3);
    for (let retry = 0; retry < 10; retry += 1) health.begin(true)();
    expect(retriesOf(health)).toBe(0);
  });

  it('is resting after a failure that asks for it, as long as that asks', () => {
    const clock = new ManualClock();
    const health = healthAt(clock);
    const failure = new RateLimitError('x', { retryAfterMs: 5000 });
    health.begin(false)(failure);
    expect([health.standing(), health.restMs(), health.lastError]).toEqual(['resting', 5000, failure]);
    clock.advance(4999);
    expect(health.standing()).toBe('resting');
    clock.advance(1);
    expect([health.standing(), health.restMs()]).toEqual(['well', 0]);
  });

  it('is resting as long as the longest of several failures asks', () => {
    const health = healthAt();
    health.begin(false)(new QuotaExceededError('x'));
    health.begin(false)(new RateLimitError('x', { retryAfterMs: 5000 }));
    expect(health.restMs()).toBe(600_000);
  });

  it('takes a credential as its own unless it is said to have come with the request', () => {
    const [own, foreign] = [healthAt(), healthAt()];
    own.begin(false)(new AuthenticationError('x'));
    foreign.begin(false)(new AuthenticationError('x'), true);
    expect([own.standing(), foreign.standing()]).toEqual(['resting', 'well']);
  });

  it('hears one end of a call, the first', () => {
    const health = healthAt();
    const end = health.begin(false);
    end();
    end(new AuthenticationError('x'));
    expect([health.standing(), health.lastError]).toEqual(['well', undefined]);
  });

  it('learns nothing from a call that was aborted', () => {
    const health = healthAt();
    const failure = new RateLimitError('x', { retryAfterMs: 5000 });
    health.begin(false)(failure);
    health.begin(false)(new AbortedError('x'));
    expect([health.lastError, health.restMs()]).toEqual([failure, 5000]);
  });
});
