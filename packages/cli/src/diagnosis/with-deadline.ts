import { TimeoutError, startDeadline, systemClock } from '@hypotez/provider-core';

/** Runs something that ends in any case: after some milliseconds, or with `signal`, its own signal aborts. */
export async function withDeadline<Result>(delayMs: number, signal: AbortSignal, run: (limited: AbortSignal) => Promise<Result>): Promise<Result> {
  const deadline = startDeadline({ clock: systemClock, delayMs, reason: () => new TimeoutError('total', delayMs), signals: [signal] });
  try {
    return await run(deadline.signal);
  } finally {
    deadline.stop();
  }
}
