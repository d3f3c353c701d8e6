import { AuthenticationError } from '../errors/authentication-error.ts';
import { ModerationError } from '../errors/moderation-error.ts';
import { NotFoundError } from '../errors/not-found-error.ts';
import { ProviderError } from '../errors/provider-error.ts';
import { QuotaExceededError } from '../errors/quota-exceeded-error.ts';
import { RateLimitError } from '../errors/rate-limit-error.ts';
import { RejectedError } from '../errors/rejected-error.ts';
import { ResponseError } from '../errors/response-error.ts';
import { UnavailableError } from '../errors/unavailable-error.ts';
import type { HttpResponse } from './http.ts';
import { retryAfter } from './retry-after.ts';
import { serverMessage } from './server-message.ts';

/** Most of an error's body that is read, in bytes. */
export const MAXIMUM_ERROR_BODY = 64 * 1024;

/** Reads the beginning of an error's body as text; what is longer, or breaks, is cut off. */
export async function readErrorBody(response: HttpResponse): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  try {
    for await (const chunk of response.chunks()) {
      text += decoder.decode(chunk.subarray(0, MAXIMUM_ERROR_BODY - text.length), { stream: true });
      if (text.length >= MAXIMUM_ERROR_BODY) break;
    }
  } catch (thrown) {
    // The status is already known and says more than a body that broke off; an abort is the caller's and goes on.
    if (thrown instanceof ProviderError && thrown.code === 'aborted') throw thrown;
  }
  return text;
}

/** What is known about the answer beside its head and body. */
export interface StatusErrorOptions {
  /** Whether the request may be charged for: makes 500, 502 and 504 `billed: 'maybe'`. */
  readonly billable?: boolean | undefined;
  /** Wall-clock milliseconds, for a `Retry-After` that is a date. */
  readonly now: number;
}

/** Makes the typed error for a status of 400 and above from its already read body. */
export function statusError(response: Pick<HttpResponse, 'status' | 'headers' | 'url'>, body: string, { billable = false, now }: StatusErrorOptions): ResponseError {
  const { status } = response;
  const words = serverMessage(body);
  const message = `${new URL(response.url).host} answered with HTTP ${status.toString()}${words === '' ? '.' : `: ${words}`}`;
  const retryAfterMs = retryAfter(response.headers, now);
  const options = { status, retryAfterMs };
  switch (status) {
    case 401:
    case 403:
      return new AuthenticationError(message, options);
    case 402:
      return new QuotaExceededError(message, options);
    case 404:
    case 410:
      return new NotFoundError(message, options);
    case 451:
      return new ModerationError(message, options);
    case 400:
    case 413:
    case 422:
      return new RejectedError(message, options);
    case 408:
    case 425:
    case 503:
      return new UnavailableError(message, options);
    case 429:
      return new RateLimitError(message, options);
    case 502:
    case 504:
      return new UnavailableError(message, { ...options, billed: billable ? 'maybe' : 'no' });
    default:
      return new ResponseError(message, { ...options, billed: billable && status >= 500 ? 'maybe' : 'no' });
  }
}

/** Throws the typed error for a status of 300 and above; lets the others pass. */
export async function throwForStatus(response: HttpResponse, options: StatusErrorOptions): Promise<void> {
  if (response.ok) return;
  throw statusError(response, await readErrorBody(response), options);
}
