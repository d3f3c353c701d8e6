import type { Clock } from './clock.ts';

/** A timer for something that is put off again and again. */
export interface PatientTimer {
  /** Sees to it that the timer goes off in time: to be called where the due time may be nearer than before. */
  check(): void;
  /** Lets go of the clock for good. */
  readonly stop: () => void;
}

/**
 * Makes a timer that is set rarely: when it goes off it looks how much time is really left. To set one anew for every event
 * of a stream took more than the reading itself.
 *
 * @param dueAt asked when it is due, by the clock's `now`; `Infinity` while nothing is waited for.
 * @param ring called when it is due; the timer stands still from then on until it is checked.
 */
export function startPatientTimer(clock: Clock, dueAt: () => number, ring: (now: number) => void): PatientTimer {
  let ringsAt = Infinity;
  let cancel: (() => void) | undefined;
  const look = (): void => {
    const now = clock.now();
    const due = dueAt();
    ringsAt = due > now ? due : Infinity;
    cancel = ringsAt < Infinity ? clock.schedule(look, due - now) : undefined;
    if (due <= now) ring(now);
  };
  return {
    check: () => {
      if (dueAt() >= ringsAt) return;
      cancel?.();
      look();
    },
    stop: () => {
      cancel?.();
      ringsAt = -Infinity;
    },
  };
}
