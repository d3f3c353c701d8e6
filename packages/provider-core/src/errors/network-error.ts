import type { ErrorCode } from './error-code.ts';
import { ProviderError } from './provider-error.ts';

/** The connection could not be made, or broke. */
export class NetworkError extends ProviderError {
  static override readonly brand: string = 'NetworkError';
  static override readonly code: ErrorCode = 'network';
  static override readonly retryable: boolean = true;
}
