import type { ErrorCode } from './error-code.ts';
import { ProviderError } from './provider-error.ts';

/** The proxy is not there, refuses its credentials, or cannot reach the server. */
export class ProxyError extends ProviderError {
  static override readonly brand: string = 'ProxyError';
  static override readonly code: ErrorCode = 'proxy';
}
