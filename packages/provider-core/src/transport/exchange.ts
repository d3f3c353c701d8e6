import { networkFailure } from '#runtime';
import type { Billed } from '../errors/error-code.ts';
import { ProviderError } from '../errors/provider-error.ts';
import { TimeoutError, type TimeoutPhase } from '../errors/timeout-error.ts';
import type { Clock } from '../services/clock.ts';
import { linkAbort, type LinkedAbort } from '../services/link-abort.ts';
import { abortReason } from './abort-reason.ts';
import type { HttpRequest } from './http.ts';

/** One request and its answer: its signal aborts with the caller's, when a timer runs out, and when the answer is let go of. */
export interface Exchange extends LinkedAbort {
  readonly clock: Clock;
  /** Host that is asked, as errors name it. */
  readonly host: string;
  /** What a failure may have cost. */
  readonly billed: Billed;
  /** Ends the exchange because something did not come in time. */
  readonly giveUp: (phase: TimeoutPhase, timeoutMs: number) => void;
  /** Ends the exchange for what `fetch` or a read threw, and makes the typed error of it. */
  readonly fail: (thrown: unknown) => ProviderError;
}

/** Starts the exchange of a request with a host. */
export function startExchange(host: string, { signal: outer, proxy, billable = false }: HttpRequest, clock: Clock): Exchange {
  const linked = linkAbort(outer);
  const { signal, abort, release } = linked;
  const billed = billable ? 'maybe' : 'no';
  return {
    ...linked,
    clock,
    host,
    billed,
    giveUp: (phase, timeoutMs) => {
      // Without a connection nothing was sent.
      abort(new TimeoutError(phase, timeoutMs, { billed: phase === 'connect' ? 'no' : billed }));
    },
    fail: (thrown) => {
      const known = signal.aborted ? abortReason(signal) : thrown;
      const error = known instanceof ProviderError ? known : networkFailure(known, { host, billed, usesProxy: proxy !== undefined });
      release();
      abort(error);
      return error;
    },
  };
}
