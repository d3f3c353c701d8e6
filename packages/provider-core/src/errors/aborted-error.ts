import type { ErrorCode } from './error-code.ts';
import { ProviderError } from './provider-error.ts';

/** The caller ended the run through its own signal, whose reason is the `cause`. */
export class AbortedError extends ProviderError {
  static override readonly brand: string = 'AbortedError';
  static override readonly code: ErrorCode = 'aborted';
  static override readonly retryable: boolean = true;
}
