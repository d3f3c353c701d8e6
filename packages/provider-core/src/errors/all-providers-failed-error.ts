import type { Billed, ErrorCode } from './error-code.ts';
import { ProviderError } from './provider-error.ts';

/** One provider's failed attempt. */
export interface FailedAttempt {
  /** Id of the provider. */
  readonly provider: string;
  /** Why it failed. */
  readonly error: ProviderError;
}

/** Every provider that serves the alias was tried, or may not be tried any more, and none gave an image. */
export class AllProvidersFailedError extends ProviderError {
  static override readonly brand: string = 'AllProvidersFailedError';
  static override readonly code: ErrorCode = 'all_providers_failed';

  /** What was tried, in order. */
  readonly attempts: readonly FailedAttempt[];

  constructor(alias: string, attempts: readonly FailedAttempt[]) {
    const list = attempts.map(({ provider, error }) => `${provider}: ${error.message}`).join(' ');
    super(`No provider could serve "${alias}". ${list}`, {
      retryable: attempts.some(({ error }) => error.retryable),
      billed: worstBilled(attempts),
    });
    this.attempts = attempts;
  }
}

function worstBilled(attempts: readonly FailedAttempt[]): Billed {
  if (attempts.some(({ error }) => error.billed === 'yes')) return 'yes';
  return attempts.some(({ error }) => error.billed === 'maybe') ? 'maybe' : 'no';
}
