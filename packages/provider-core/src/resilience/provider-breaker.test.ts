import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { AbortedError } from '../errors/aborted-error.ts';
import { RejectedError } from '../errors/rejected-error.ts';
import { UnavailableError } from '../errors/unavailable-error.ts';
import { settle } from '../testing/barrier.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { createProviderBreaker, type ProviderBreaker } from './provider-breaker.ts';

/** Lets calls end one after the other: `x` failed, `o` did not, `r` was refused, `a` was aborted. */
async function calls(breaker: ProviderBreaker, ends: string): Promise<void> {
  const errors = { x: new UnavailableError('x'), o: undefined, r: new RejectedError('x'), a: new AbortedError('x') };
  for (const end of ends) {
    breaker.begin()(errors[end === 'x' || end === 'r' || end === 'a' ? end : 'o']);
    await settle();
  }
}

describe('the breaker of a provider', () => {
  it.each([
    ['', 'well'], ['xxxx', 'well'], ['xxxxx', 'dead'], ['xxxxoxxxx', 'well'], ['rrrrrrrrrr', 'well'], ['aaaaaaaaaa', 'well'],
    ['oooxooxoox', 'unsteady'], ['ooooxooxoo', 'well'], ['oxxoxxoxo', 'well'], ['oxxoxxooox', 'unsteady'],
  ])('after %j finds it %s', async (ends, condition) => {
    const breaker = createProviderBreaker(new ManualClock());
    await calls(breaker, ends);
    expect(breaker.condition()).toBe(condition);
  });

  it('lets one call try after 30 s, and is closed again when that is well', async () => {
    const clock = new ManualClock();
    const breaker = createProviderBreaker(clock);
    await calls(breaker, 'xxxxx');
    clock.advance(29_999);
    expect(breaker.condition()).toBe('dead');
    clock.advance(1);
    expect(breaker.condition()).toBe('well');
    const end = breaker.begin();
    expect(breaker.condition()).toBe('dead');
    end();
    await settle();
    expect(breaker.condition()).toBe('well');
    await calls(breaker, 'xxxx');
    expect(breaker.condition()).toBe('well');
  });

  it('waits twice as long each time that fails, five minutes at the most', async () => {
    const clock = new ManualClock();
    const breaker = createProviderBreaker(clock);
    await calls(breaker, 'xxxxx');
    for (const restMs of [30_000, 60_000, 120_000, 240_000, 300_000, 300_000]) {
      clock.advance(restMs - 1);
      expect(breaker.condition()).toBe('dead');
      clock.advance(1);
      expect(breaker.condition()).toBe('well');
      await calls(breaker, 'x');
    }
  });

  it('hears of a call that could not wait', async () => {
    const breaker = createProviderBreaker(new ManualClock());
    await calls(breaker, 'xxxxx');
    await calls(breaker, 'o');
    expect(breaker.condition()).toBe('well');
  });

  it('hears of all calls that fail while one is trying, and is open again', async () => {
    const clock = new ManualClock();
    const breaker = createProviderBreaker(clock);
    await calls(breaker, 'xxxxx');
    clock.advance(30_000);
    const ends = [breaker.begin(), breaker.begin(), breaker.begin()];
    for (const end of ends.toReversed()) {
      end(new UnavailableError('x'));
      await settle();
    }
    expect(breaker.condition()).toBe('dead');
  });

  it('goes by the clock it is given, not by the date, which may jump', async () => {
    const clock = new ManualClock();
    const breaker = createProviderBreaker(clock);
    await calls(breaker, 'xxxxx');
    vi.spyOn(Date, 'now').mockReturnValue(0);
    onTestFinished(() => { vi.restoreAllMocks(); });
    clock.advance(30_000);
    await calls(breaker, 'o');
    expect(breaker.condition()).toBe('well');
    // Only one that was closed in between opens again.
    await calls(breaker, 'xxxxx');
    expect(breaker.condition()).toBe('dead');
  });
});
