import { billOf, putOnBill } from './bill.ts';

/** A signal of one's own that ends with others. */
export interface LinkedAbort {
  readonly signal: AbortSignal;
  /** Aborts the signal, with the reason as it is. */
  readonly abort: (reason: unknown) => void;
  /** Takes the listeners back from the other signals; to be called when the work is over, however it ended. */
  readonly release: () => void;
}

/**
 * Makes a signal that aborts as soon as one of `signals` does, for the same reason. What is done under it is done for their run.
 *
 * Not `AbortSignal.any`: its result cannot be let go of, and a caller's signal may live as long as the process.
 */
export function linkAbort(...signals: readonly (AbortSignal | undefined)[]): LinkedAbort {
  const controller = new AbortController();
  putOnBill(controller.signal, signals.map(billOf).find((bill) => bill !== undefined));
  const abort = (reason: unknown): void => {
    controller.abort(reason);
  };
  const releases = signals.flatMap((signal) => {
    if (signal === undefined) return [];
    const onAbort = (): void => { abort(signal.reason); };
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    return [(): void => { signal.removeEventListener('abort', onAbort); }];
  });
  return {
    signal: controller.signal,
    abort,
    release: () => {
      for (const release of releases) release();
    },
  };
}
