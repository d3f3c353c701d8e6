import { systemClock, type Clock } from '@hypotez/provider-core';
import { createFastClock } from '@hypotez/provider-testkit';

/** A clock that knows how many of its timers wait. */
export interface CountingClock extends Clock {
  readonly pending: number;
  shiftDate(milliseconds: number): void;
}

/** Makes the clock of a case. */
export function createCountingClock(factor = 1): CountingClock {
  const fast = createFastClock(factor);
  const inner: Clock = factor === 1 ? { ...systemClock, date: () => fast.date() } : fast;
  let pending = 0;
  return {
    now: () => inner.now(),
    date: () => inner.date(),
    shiftDate: (milliseconds) => { fast.shiftDate(milliseconds); },
    get pending() { return pending; },
    schedule: (callback, delayMs) => {
      let waits = true;
      pending += 1;
      const done = (): void => {
        if (waits) pending -= 1;
        waits = false;
      };
      const stop = inner.schedule(() => {
        done();
        callback();
      }, delayMs);
      return () => {
        done();
        stop();
      };
    },
  };
}
