import type { ProviderError } from '../errors/provider-error.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import { causeCodes } from './cause-codes.ts';

/** The longest wait that a server may ask for before it is asked again, in milliseconds; a longer one is somebody else's chance. */
export const LONGEST_WAIT_MS = 60_000;

/** How often the same provider may be asked again, where that is not as often as for everything else. */
const TRIES_BY_CODE: readonly (readonly [pattern: RegExp, tries: number])[] = [
  // A name that is not known and a certificate that does not fit stay so; nobody is asked insecurely instead.
  [/^ENOTFOUND$/u, 0],
  [/CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)/u, 0],
  [/^EAI_AGAIN$/u, 1],
  // Has taken its time already.
  [/CONNECT_TIMEOUT$|^ETIMEDOUT$/u, 1],
];

/**
 * Decides whether the same provider may be asked once more after this error.
 *
 * The first question is whether the failed try may have been billed: then never, since the job may be running. The second is
 * whether it can be otherwise the next time: `retryable`, and not one of the causes that stay. The third is whether the server
 * wants a longer wait than a caller can be asked for.
 *
 * @param retried how often the provider was asked again in this run, from 0.
 * @param retries how often it may be.
 */
export function retryDecision(error: ProviderError, retried: number, retries: number): boolean {
  if (error.billed !== 'no' || !error.retryable || error.code === 'aborted') return false;
  if ((error.retryAfterMs ?? 0) > LONGEST_WAIT_MS) return false;
  return retried < Math.min(retries, triesFor(error));
}

function triesFor(error: ProviderError): number {
  if (error instanceof TimeoutError) return error.phase === 'connect' ? 1 : 0;
  const codes = causeCodes(error.cause);
  return TRIES_BY_CODE.find(([pattern]) => codes.some((code) => pattern.test(code)))?.[1] ?? Infinity;
}
