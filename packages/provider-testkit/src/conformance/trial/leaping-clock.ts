import type { Clock } from '@hypotez/provider-core';
import { createFastClock } from '../../time/fast-clock.ts';

interface Timer {
  readonly due: number;
  readonly ring: () => void;
  stop: () => void;
}

/** A fast clock that can leap, for a silence that nobody wants to sit through. */
export interface LeapingClock extends Clock {
  /** Lets milliseconds pass at once, and rings what is due by then. */
  leap(milliseconds: number): void;
}

/** Makes a clock on which so many seconds pass in one, and that can leap. */
export function createLeapingClock(factor: number): LeapingClock {
  const fast = createFastClock(factor);
  const timers = new Set<Timer>();
  let leapt = 0;
  const now = (): number => fast.now() + leapt;
  const start = (timer: Timer): void => {
    timer.stop = fast.schedule(() => {
      timers.delete(timer);
      timer.ring();
    }, Math.max(0, timer.due - now()));
  };
  return {
    now,
    date: () => fast.date() + leapt,
    schedule: (callback, delayMs) => {
      const timer: Timer = { due: now() + delayMs, ring: callback, stop: () => undefined };
      timers.add(timer);
      start(timer);
      return () => {
        timers.delete(timer);
        timer.stop();
      };
    },
    leap: (milliseconds) => {
      leapt += milliseconds;
      for (const timer of timers) {
        timer.stop();
        start(timer);
      }
    },
  };
}
