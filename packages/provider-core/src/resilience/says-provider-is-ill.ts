import type { ErrorCode } from '../errors/error-code.ts';
import { ProviderError } from '../errors/provider-error.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import { isOwnShortage } from './own-shortage.ts';

const SYMPTOMS: ReadonlySet<ErrorCode> = new Set([
  'network', 'timeout', 'unavailable', 'rate_limit', 'response', 'protocol', 'response_parse', 'job_lost', 'bad_image', 'unsafe_url', 'plugin',
]);

/** Tells whether an error lets one expect that the next request would fail at this provider too, whatever it asks for. */
export function saysProviderIsIll(error: unknown): boolean {
  if (!(error instanceof ProviderError) || !SYMPTOMS.has(error.code)) return false;
  // The caller's own deadline may just have been short.
  if (error instanceof TimeoutError && error.phase === 'total') return false;
  return !isOwnShortage(error);
}
