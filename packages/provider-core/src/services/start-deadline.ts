import type { Clock } from './clock.ts';

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
  const controller = new AbortController();
  // Not `AbortSignal.any`: its result cannot be let go of, and a caller's signal may live as long as the process.
  const releases = signals.flatMap((signal) => {
    if (signal === undefined) return [];
    const onAbort = (): void => {
      controller.abort(signal.reason);
    };
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    return [(): void => { signal.removeEventListener('abort', onAbort); }];
  });
  const stopTimer = clock.schedule(() => {
    controller.abort(reason());
  }, delayMs);
  return {
    signal: controller.signal,
    stop: () => {
      stopTimer();
      for (const release of releases) release();
    },
  };
}
