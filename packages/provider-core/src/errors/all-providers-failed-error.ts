import type { ErrorCode } from './error-code.ts';
import { ProviderError } from './provider-error.ts';
import { worstBilled } from './worst-billed.ts';

/** One failed attempt; a provider that was asked again has several. */
export interface FailedAttempt {
  /** Id of the provider. */
  readonly provider: string;
  /** Why it failed. */
  readonly error: ProviderError;
  /** How long it took, in milliseconds. */
  readonly ms: number;
}

/** Every provider that serves the alias was tried, or may not be tried any more, and none gave an image. */
export class AllProvidersFailedError extends ProviderError {
  static override readonly brand: string = 'AllProvidersFailedError';
  static override readonly code: ErrorCode = 'all_providers_failed';

  /** What was tried, in order. */
  readonly attempts: readonly FailedAttempt[];

  constructor(alias: string, attempts: readonly FailedAttempt[]) {
    // Who failed twice in the same way is named once.
    const list = new Set(attempts.map(({ provider, error }) => `${provider}: ${error.message}`));
    super(`No provider could serve "${alias}". ${[...list].join(' ')}`, {
      retryable: attempts.some(({ error }) => error.retryable),
      billed: worstBilled(attempts.map(({ error }) => error)),
    });
    this.attempts = attempts;
  }
}
