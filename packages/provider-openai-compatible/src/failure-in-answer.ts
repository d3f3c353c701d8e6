import { propertyOf, statusError, type HttpResponse, type ProviderError } from '@hypotez/provider-core';

/** The statuses that answers have with these words in the code or type of their error. */
const STATUSES: readonly (readonly [words: RegExp, status: number])[] = [
  [/moderation|content_policy|content_filter|invalid_request|user_error/u, 400],
  [/api_key|authentication/u, 401],
  [/rate_limit|quota/u, 429],
];

/**
 * Makes the typed error of a failure that an answer of status 200 tells, by the status that it would have had.
 *
 * @param now wall-clock milliseconds.
 * @param hasPainted whether a picture came before: then it may be billed, whatever the failure is.
 */
export function failureInAnswer(error: unknown, { headers, url }: HttpResponse, now: number, hasPainted = false): ProviderError {
  return statusError({ status: statusOf(error), headers, url }, JSON.stringify({ error }), { billable: true, billed: hasPainted ? 'maybe' : undefined, now });
}

function statusOf(error: unknown): number {
  const kinds = ['code', 'type'].map((name) => String(propertyOf(error, name)));
  const [number] = kinds.filter((kind) => /^[45]\d\d$/u.test(kind)).map(Number);
  return number ?? STATUSES.find(([words]) => kinds.some((kind) => words.test(kind)))?.[1] ?? 500;
}
