import { TimeoutError, type Clock } from '@hypotez/provider-core';
import type { JobEvent } from '../events/job-event.ts';

/** Longest time in which a Space may only keep the connection alive, in milliseconds. */
const PROGRESS_TIMEOUT_MS = 300_000;

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

/** Watches over one job: heartbeats and repeated messages are no progress, a move in the queue is. */
export function watchProgress(clock: Clock, options: { readonly signal: AbortSignal; readonly progressTimeoutMs?: number | undefined }): ProgressWatch {
  const { signal, progressTimeoutMs = PROGRESS_TIMEOUT_MS } = options;
  const controller = new AbortController();
  const onAbort = (): void => {
    controller.abort(signal.reason);
  };
  if (signal.aborted) onAbort();
  signal.addEventListener('abort', onAbort, { once: true });
  let movedAt = clock.now();
  let pausedAt: number | undefined;
  let last: JobEvent | undefined;
  let stopTimer: (() => void) | undefined;
  // One timer for many events: when it goes off it looks how much time is really left.
  const arm = (): void => {
    stopTimer = clock.schedule(onTimer, Math.max(1, progressTimeoutMs - (clock.now() - movedAt)));
  };
  const onTimer = (): void => {
    stopTimer = undefined;
    if (pausedAt !== undefined) return;
    if (clock.now() - movedAt < progressTimeoutMs) arm();
    else controller.abort(new TimeoutError('progress', progressTimeoutMs, { billed: 'maybe' }));
  };
  arm();
  return {
    signal: controller.signal,
    seen: (event) => {
      if (last === undefined || !isSame(last, event)) movedAt = clock.now();
      last = event;
    },
    pause: () => {
      pausedAt = clock.now();
    },
    resume: () => {
      movedAt += clock.now() - (pausedAt ?? clock.now());
      pausedAt = undefined;
      if (stopTimer === undefined) arm();
    },
    stop: () => {
      stopTimer?.();
      signal.removeEventListener('abort', onAbort);
    },
  };
}

/** Pictures are not compared: each one is news, and may be megabytes long. */
function isSame(left: JobEvent, right: JobEvent): boolean {
  if (left.type !== right.type || left.type === 'generating' || left.type === 'complete') return false;
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => Reflect.get(left, key) === Reflect.get(right, key));
}
