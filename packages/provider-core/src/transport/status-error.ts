import { AuthenticationError } from '../errors/authentication-error.ts';
import { ModerationError } from '../errors/moderation-error.ts';
import { NotFoundError } from '../errors/not-found-error.ts';
import { QuotaExceededError } from '../errors/quota-exceeded-error.ts';
import { RateLimitError } from '../errors/rate-limit-error.ts';
import { RejectedError } from '../errors/rejected-error.ts';
import { ResponseError } from '../errors/response-error.ts';
import { UnavailableError } from '../errors/unavailable-error.ts';
import type { HttpResponse } from './http.ts';
import { readErrorBody } from './read-error-body.ts';
import { retryAfter } from './retry-after.ts';
import { serverMessage } from './server-message.ts';

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
