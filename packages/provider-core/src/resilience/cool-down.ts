import type { ErrorCode } from '../errors/error-code.ts';
import type { ProviderError } from '../errors/provider-error.ts';

/** Rest after a used-up allowance of which the provider does not say when it is renewed, in milliseconds. */
const QUOTA_REST_MS = 600_000;

/** Failures that are about the credential; with one that came with the request they say nothing about the next request. */
const ABOUT_THE_KEY: ReadonlySet<ErrorCode> = new Set(['authentication', 'quota_exceeded', 'rate_limit']);

/**
 * How long a provider is left alone after this error, in milliseconds: as long as it asks, ten minutes where an allowance is used
 * up, for good (`Infinity`) where it refuses the credential, which is the same for every request, and else not at all (0).
 *
 * @param isOwnKey whether the credential came with the request.
 */
export function coolDown(error: ProviderError, isOwnKey: boolean): number {
  const { code, retryAfterMs } = error;
  if (isOwnKey && ABOUT_THE_KEY.has(code)) return 0;
  if (code === 'authentication') return Infinity;
  return retryAfterMs ?? (code === 'quota_exceeded' ? QUOTA_REST_MS : 0);
}
