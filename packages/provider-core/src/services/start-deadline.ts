import type { Clock } from './clock.ts';
import { linkAbort } from './link-abort.ts';

/** A signal that aborts by itself after a while. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** Takes the timer and the listener back; to be called when the work is over, however it ended. */
  stop(): void;
}

/** Makes a signal that aborts with `reason()` after some milliseconds, or as soon as one of `signals` does. */
export function startDeadline(options: {
  readonly clock: Clock;
  readonly delayMs: number;
  readonly reason: () => Error;
  readonly signals?: readonly (AbortSignal | undefined)[];
}): Deadline {
  const { clock, delayMs, reason, signals = [] } = options;
  const linked = linkAbort(...signals);
  const stopTimer = clock.schedule(() => { linked.abort(reason()); }, delayMs);
  return {
    signal: linked.signal,
    stop: () => {
      stopTimer();
      linked.release();
    },
  };
}
