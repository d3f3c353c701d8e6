import type { ResponseHeaders } from './runtime-network.ts';

/** The longest wait that is believed, in milliseconds: a week. */
const MAXIMUM_WAIT_MS = 7 * 24 * 3600 * 1000;

/**
 * Reads how long a server asks to wait, in milliseconds; `undefined` when it does not say, or says nonsense.
 *
 * Understands `Retry-After` as seconds and as an HTTP date (RFC 9110, 10.2.3), and Hugging Face's `RateLimit: "…";t=55`.
 *
 * @param now wall-clock milliseconds since 1970.
 */
export function retryAfter(headers: ResponseHeaders, now: number): number | undefined {
  const value = headers.get('retry-after') ?? '';
  const wait = [
    1000 * Number(/^\d{1,9}(?:\.\d+)?$/u.exec(value)?.[0]),
    // A date begins with the name of a day; `Date.parse` alone would also take "-5" and "1e9". The oldest of its three forms
    // names no zone and means GMT like the others.
    Date.parse(/^[A-Z][a-z]{2,8},? /u.test(value) ? value.replace(/(?: GMT)?$/u, ' GMT') : '') - now,
    1000 * Number(/;\s*t=(\d{1,9})\b/u.exec(headers.get('ratelimit') ?? '')?.[1]),
  ].find(Number.isFinite);
  return wait === undefined ? undefined : Math.min(Math.max(wait, 0), MAXIMUM_WAIT_MS);
}
