import { describeCause } from '../errors/describe-cause.ts';
import type { Billed } from '../errors/error-code.ts';
import { NetworkError } from '../errors/network-error.ts';
import type { ProviderError } from '../errors/provider-error.ts';

/** What is known of the request that failed. */
export interface FailedRequest {
  /** Host and port that were asked. */
  readonly host: string;
  /** What it may have cost if the request was sent. */
  readonly billed: Billed;
  readonly usesProxy: boolean;
}

/**
 * Turns what `fetch` or a body threw into a typed error.
 *
 * This is the form for browsers, edge workers, Bun and Deno, which tell neither what failed nor whether the request was sent.
 */
export function networkFailure(thrown: unknown, { host, billed }: FailedRequest): ProviderError {
  return new NetworkError(`The connection to ${host} failed. In a web page it may not be allowed from there (CORS).`, { cause: describeCause(thrown), billed });
}
