import { TimeoutError } from '../errors/timeout-error.ts';
import type { ImageEvent } from '../events/image-event.ts';
import type { ImageProgress } from '../events/image-progress.ts';
import { propertyOf } from '../json/property-of.ts';
import type { Clock } from '../services/clock.ts';
import { startPatientTimer } from '../services/patient-timer.ts';

/** The two timers over a run. */
export interface RunTimers {
  /** Somebody waits for an event from now on: the time without news goes on. */
  wait(): void;
  /** An event came. Pictures, and progress that differs from the last one, begin the time anew; it stands still until somebody waits again. */
  saw(event: ImageEvent): void;
  /** Lets go of the clock. */
  stop(): void;
}

/**
 * Watches over a run: `totalMs` after its start it is over in any case, and `progressMs` after its last news, where the time
 * in which nobody waits for an event does not count: a slow consumer is not a provider that stands still.
 *
 * @param progressMs `Infinity` where somebody else watches.
 * @param giveUp told once which of them ran out.
 */
export function startRunTimers(clock: Clock, totalMs: number, progressMs: number, giveUp: (error: TimeoutError) => void): RunTimers {
  const endsAt = clock.now() + totalMs;
  let leftMs = progressMs;
  let dueAt = Infinity;
  let last: ImageProgress | undefined;
  const timer = startPatientTimer(clock, () => Math.min(endsAt, dueAt), (now) => {
    giveUp(endsAt <= now ? new TimeoutError('total', totalMs) : new TimeoutError('progress', progressMs));
  });
  return {
    wait: () => {
      dueAt = clock.now() + leftMs;
      timer.check();
    },
    saw: (event) => {
      const progress = event.type === 'progress' ? event : undefined;
      leftMs = progress === undefined || isNews(progress, last) ? progressMs : dueAt - clock.now();
      dueAt = Infinity;
      last = progress;
    },
    stop: timer.stop,
  };
}

/** The same figures and words again are none. */
function isNews(progress: ImageProgress, last: ImageProgress | undefined): boolean {
  // A loop and no list of the keys, because it runs with every event.
  for (const key in progress) if (propertyOf(progress, key) !== propertyOf(last, key)) return true;
  return false;
}
