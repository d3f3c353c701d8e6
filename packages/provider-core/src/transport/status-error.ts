import { AuthenticationError } from '../errors/authentication-error.ts';
import type { Billed } from '../errors/error-code.ts';
import { ModerationError } from '../errors/moderation-error.ts';
import { NotFoundError } from '../errors/not-found-error.ts';
import { QuotaExceededError } from '../errors/quota-exceeded-error.ts';
import { RateLimitError } from '../errors/rate-limit-error.ts';
import { RejectedError } from '../errors/rejected-error.ts';
import { ResponseError } from '../errors/response-error.ts';
import { TooLargeError } from '../errors/too-large-error.ts';
import { UnavailableError } from '../errors/unavailable-error.ts';
import type { HttpResponse } from './http.ts';
import { readErrorBody } from './read-error-body.ts';
import { retryAfter } from './retry-after.ts';
import { serverErrorCodes } from './server-error-codes.ts';
import { serverMessage } from './server-message.ts';

/** Statuses that mean something of their own. Of the others those from 500 on are `UnavailableError`, the rest `ResponseError`. */
const CLASSES: Readonly<Partial<Record<number, typeof ResponseError>>> = {
  400: RejectedError,
  401: AuthenticationError,
  402: QuotaExceededError,
  403: AuthenticationError,
  404: NotFoundError,
  408: UnavailableError,
  409: RejectedError,
  410: NotFoundError,
  422: RejectedError,
  425: UnavailableError,
  429: RateLimitError,
  451: ModerationError,
  // What a server never does it will not do later either.
  501: ResponseError,
  505: ResponseError,
};

/** Codes in the body of a refusal that say more than its status, as they are when only letters and digits are left. */
const MODERATED: ReadonlySet<string> = new Set([
  'contentpolicyviolation', 'moderationblocked', 'contentfilter', 'contentfiltered', 'contentmoderation', 'responsibleaipolicyviolation', 'publicfigure',
]);
const USED_UP: ReadonlySet<string> = new Set(['insufficientquota', 'insufficientcredits', 'billinghardlimitreached']);

/** What a server says by `x-should-retry`, as those of OpenAI do. */
const SHOULD_RETRY: Readonly<Partial<Record<string, boolean>>> = { true: true, false: false };

function classOf(status: number, body: string): typeof ResponseError {
  const codes = status >= 400 && status < 500 ? serverErrorCodes(body) : [];
  if (codes.some((code) => MODERATED.has(code))) return ModerationError;
  if (status === 429 && codes.some((code) => USED_UP.has(code))) return QuotaExceededError;
  return CLASSES[status] ?? (status >= 500 ? UnavailableError : ResponseError);
}

/** What is known about the answer beside its head and body. */
export interface StatusErrorOptions {
  /** Whether the request may be charged for: makes every status from 500 on but 503 `billed: 'maybe'`. */
  readonly billable?: boolean | undefined;
  /** What the request cost in any case, as where work was seen before the failure. Default: by `billable` and the status. */
  readonly billed?: Billed | undefined;
  /** Wall-clock milliseconds, for a `Retry-After` that is a date. */
  readonly now: number;
  /** How long a client is shut out after HTTP 429 by the rules of the service, in milliseconds, where the answer does not say. Default: unknown. */
  readonly rateLimitPauseMs?: number | undefined;
}

/**
 * Makes the typed error for a status of 300 and above from its already read body.
 *
 * The class is that of the status, or of a well-known code in the body: `content_policy_violation`, `insufficient_quota`.
 * `x-should-retry: true` or `false` decides whether the error is `retryable`; `x-request-id` stands in its message.
 */
export function statusError({ status, headers, url }: Pick<HttpResponse, 'status' | 'headers' | 'url'>, body: string, { billable = false, billed, now, rateLimitPauseMs }: StatusErrorOptions): ResponseError | TooLargeError {
  const words = serverMessage(body);
  // What the service's own people find the request by.
  const [requestId] = /^[\w.:-]{1,100}$/u.exec(headers.get('x-request-id') ?? '') ?? [];
  const place = requestId === undefined ? '' : ` (request ${requestId})`;
  const message = `${new URL(url).host} answered with HTTP ${status}${place}${words === '' ? '.' : `: ${words}`}`;
  const options = {
    status,
    retryAfterMs: retryAfter(headers, now, status === 429) ?? (status === 429 ? rateLimitPauseMs : undefined),
    retryable: SHOULD_RETRY[headers.get('x-should-retry') ?? ''],
    billed: billed ?? (billable && status >= 500 && status !== 503 ? 'maybe' : 'no'),
  } as const;
  return status === 413 ? new TooLargeError(message, undefined, options) : new (classOf(status, body))(message, options);
}

/** Throws the typed error for a status of 300 and above; lets the others pass. */
export async function throwForStatus(response: HttpResponse, options: StatusErrorOptions): Promise<void> {
  if (!response.ok) throw statusError(response, await readErrorBody(response), options);
}
