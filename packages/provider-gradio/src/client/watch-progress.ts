import { TimeoutError, linkAbort, propertyOf, type Clock } from '@hypotez/provider-core';
import type { JobEvent } from '../events/job-event.ts';

/** A signal that aborts when a job does not move. */
export interface ProgressWatch {
  readonly signal: AbortSignal;
  /** Begins the time anew, if the event says something that the last one did not. */
  seen(event: JobEvent): void;
  /** Stops the time while the caller is busy with an event: a slow caller is not a Space that stands still. */
  pause(): void;
  /** Lets the time go on after `pause`. */
  resume(): void;
  /** Lets go of the timer and of the caller's signal. */
  stop(): void;
}

/**
 * Watches over one job: heartbeats and repeated messages are no progress, a move in the queue is.
 *
 * @param options.progressTimeoutMs longest time without progress, in milliseconds; default 300000.
 */
export function watchProgress(clock: Clock, options: { readonly signal: AbortSignal; readonly progressTimeoutMs?: number | undefined }): ProgressWatch {
  const { signal, progressTimeoutMs = 300_000 } = options;
  const linked = linkAbort(signal);
  let dueAt = clock.now() + progressTimeoutMs;
  let leftMs = progressTimeoutMs;
  let last: JobEvent | undefined;
  let stopTimer: (() => void) | undefined;
  // One timer for many events: when it goes off it looks how much time is really left, and whether time stands still.
  const arm = (): void => {
    const waitMs = dueAt - clock.now();
    stopTimer = waitMs > 0 && waitMs < Infinity ? clock.schedule(arm, waitMs) : undefined;
    if (waitMs <= 0) linked.abort(new TimeoutError('progress', progressTimeoutMs, { billed: 'maybe' }));
  };
  arm();
  return {
    signal: linked.signal,
    seen: (event) => {
      // Outputs are lists of their own each time, so they are always news.
      // A loop and no list of the keys, because it runs with every event.
      let isNews = false;
      for (const key in event) isNews ||= propertyOf(event, key) !== propertyOf(last, key);
      if (isNews) dueAt = clock.now() + progressTimeoutMs;
      last = event;
    },
    pause: () => {
      leftMs = dueAt - clock.now();
      dueAt = Infinity;
    },
    resume: () => {
      dueAt = clock.now() + leftMs;
      if (stopTimer === undefined) arm();
    },
    stop: () => {
      stopTimer?.();
      linked.release();
    },
  };
}
