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

export { serverMessage };

/** Most of an error's body that is read, in characters. */
const MAXIMUM_ERROR_BODY = 64 * 1024;

/** Statuses that mean something of their own; every other one is a `ResponseError`. */
const CLASSES: Readonly<Partial<Record<number, typeof ResponseError>>> = {
  400: RejectedError,
  401: AuthenticationError,
  402: QuotaExceededError,
  403: AuthenticationError,
  404: NotFoundError,
  408: UnavailableError,
  410: NotFoundError,
  413: RejectedError,
  422: RejectedError,
  425: UnavailableError,
  429: RateLimitError,
  451: ModerationError,
  502: UnavailableError,
  503: UnavailableError,
  504: UnavailableError,
};

/** Reads the beginning of an error's body as text; what is longer, or breaks, is cut off. */
export async function readErrorBody(response: HttpResponse): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  try {
    for await (const chunk of response.chunks(MAXIMUM_ERROR_BODY)) text += decoder.decode(chunk, { stream: true });
  } catch (thrown) {
    // The status is already known and says more than a body that broke off or has no end; an abort is the caller's and goes on.
    if (thrown instanceof ProviderError && thrown.code === 'aborted') throw thrown;
  }
  return text.slice(0, MAXIMUM_ERROR_BODY);
}

/** What is known about the answer beside its head and body. */
export interface StatusErrorOptions {
  /** Whether the request may be charged for: makes every status from 500 on but 503 `billed: 'maybe'`. */
  readonly billable?: boolean | undefined;
  /** Wall-clock milliseconds, for a `Retry-After` that is a date. */
  readonly now: number;
}

/** Makes the typed error for a status of 300 and above from its already read body. */
export function statusError({ status, headers, url }: Pick<HttpResponse, 'status' | 'headers' | 'url'>, body: string, { billable = false, now }: StatusErrorOptions): ResponseError {
  const words = serverMessage(body);
  const StatusError = CLASSES[status] ?? ResponseError;
  return new StatusError(`${new URL(url).host} answered with HTTP ${status}${words === '' ? '.' : `: ${words}`}`, {
    status,
    retryAfterMs: retryAfter(headers, now),
    billed: billable && status >= 500 && status !== 503 ? 'maybe' : 'no',
  });
}

/** Throws the typed error for a status of 300 and above; lets the others pass. */
export async function throwForStatus(response: HttpResponse, options: StatusErrorOptions): Promise<void> {
  if (!response.ok) throw statusError(response, await readErrorBody(response), options);
}
