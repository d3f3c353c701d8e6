import { TimeoutError, type Clock } from '@hypotez/provider-core';
import type { JobEvent } from '../events/job-event.ts';

/** Longest time in which a Space may only keep the connection alive, in milliseconds. */
const PROGRESS_TIMEOUT_MS = 300_000;

/** A signal that aborts when a job does not move. */
export interface ProgressWatch {
  readonly signal: AbortSignal;
  /** Begins the time anew, if the event says something that the last one did not. */
  seen(event: JobEvent): void;
  /** Lets go of the timer and of the caller's signal. */
  stop(): void;
}

/** Watches over one job: heartbeats and repeated messages are no progress, a move in the queue is. */
export function watchProgress(clock: Clock, options: { readonly signal: AbortSignal; readonly progressTimeoutMs?: number | undefined }): ProgressWatch {
  const { signal, progressTimeoutMs = PROGRESS_TIMEOUT_MS } = options;
  const controller = new AbortController();
  const onAbort = (): void => {
    controller.abort(signal.reason);
  };
  const onTimer = (): void => {
    controller.abort(new TimeoutError('progress', progressTimeoutMs, { billed: 'maybe' }));
  };
  if (signal.aborted) onAbort();
  signal.addEventListener('abort', onAbort, { once: true });
  let stopTimer = clock.schedule(onTimer, progressTimeoutMs);
  let last = '';
  return {
    signal: controller.signal,
    seen: (event) => {
      // Pictures are not compared: each one is news, and may be megabytes long.
      const text = event.type === 'generating' || event.type === 'complete' ? '' : JSON.stringify(event);
      if (text !== '' && text === last) return;
      last = text;
      stopTimer();
      stopTimer = clock.schedule(onTimer, progressTimeoutMs);
    },
    stop: () => {
      stopTimer();
      signal.removeEventListener('abort', onAbort);
    },
  };
}
