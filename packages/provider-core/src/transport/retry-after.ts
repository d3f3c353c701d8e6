import type { ResponseHeaders } from './runtime-network.ts';

/** The longest wait that is believed, in milliseconds: a week. */
const MAXIMUM_WAIT_MS = 7 * 24 * 3600 * 1000;

/** From here on, a number of seconds is a date: 2001 in seconds since 1970, and 2001 in milliseconds. */
const [FIRST_SECOND, FIRST_MILLISECOND] = [1e9, 1e12];

/** What services limit apart from each other, as it stands in their headers: `x-ratelimit-reset-requests`. */
const KINDS: readonly string[] = ['', '-requests', '-tokens', '-images'];

/**
 * Reads how long a server asks to wait, in milliseconds from 0; `undefined` when it does not say, or says nonsense.
 *
 * Understands `retry-after-ms`, `Retry-After` as seconds and as an HTTP date (RFC 9110, 10.2.3), and where the request was
 * refused for its rate also `RateLimit: "…";t=55`, `RateLimit-Reset` and `X-RateLimit-Reset` with their kinds.
 *
 * @param now wall-clock milliseconds since 1970.
 * @param isRateLimited whether a limit of rate is what the answer is about. Other answers tell when a limit ends, too, and nobody
 *   has to wait for that.
 */
export function retryAfter(headers: ResponseHeaders, now: number, isRateLimited = true): number | undefined {
  const read = (name: string): string => headers.get(name) ?? '';
  const value = read('retry-after');
  const wait = [
    Number(/^\d{1,12}(?:\.\d+)?$/u.exec(read('retry-after-ms'))?.[0]),
    1000 * Number(/^\d{1,9}(?:\.\d+)?$/u.exec(value)?.[0]),
    // A date begins with the name of a day; `Date.parse` alone would also take "-5" and "1e9". The oldest of its three forms
    // names no zone and means GMT like the others.
    Date.parse(/^[A-Z][a-z]{2,8},? /u.test(value) ? value.replace(/(?: GMT)?$/u, ' GMT') : '') - now,
    ...(isRateLimited ? [1000 * Number(/;\s*t=(\d{1,9})\b/u.exec(read('ratelimit'))?.[1]), untilReset(read, now)] : []),
  ].find(Number.isFinite);
  return wait === undefined ? undefined : Math.min(Math.max(wait, 0), MAXIMUM_WAIT_MS);
}

/** The longest wait of the limits that are used up; `-Infinity` where none is told. */
function untilReset(read: (name: string) => string, now: number): number {
  const waits = ['x-ratelimit', 'ratelimit'].flatMap((name) => KINDS.flatMap((kind) => {
    // Of several limits only those that are used up matter, and a single one is the one that was passed.
    const left = read(`${name}-remaining${kind}`);
    const wait = untilTime(read(`${name}-reset${kind}`), now);
    return Number.isFinite(wait) && (/^0(?:\.0+)?$/u.test(left) || left + kind === '') ? [wait] : [];
  }));
  return Math.max(...waits);
}

/** Seconds from now, seconds or milliseconds since 1970, or a duration such as `6m0s` and `20ms`. */
function untilTime(value: string, now: number): number {
  if (/^\d{1,14}(?:\.\d+)?$/u.test(value)) {
    const figure = Number(value);
    if (figure < FIRST_SECOND) return 1000 * figure;
    return (figure < FIRST_MILLISECOND ? 1000 * figure : figure) - now;
  }
  const [whole, hours = 0, minutes = 0, seconds = 0, milliseconds = 0] = /^(?:(\d{1,6})h)?(?:(\d{1,6})m(?!s))?(?:(\d{1,6}(?:\.\d+)?)s)?(?:(\d{1,6}(?:\.\d+)?)ms)?$/u.exec(value) ?? [];
  return whole === undefined || whole === '' ? Number.NaN : 1000 * (3600 * Number(hours) + 60 * Number(minutes) + Number(seconds)) + Number(milliseconds);
}
