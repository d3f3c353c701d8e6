import type { ErrorCode } from './error-code.ts';
import { ProviderError } from './provider-error.ts';

/** A server sent the client to an address that it must not follow: another origin, a weaker scheme, credentials inside. */
export class UnsafeUrlError extends ProviderError {
  static override readonly brand: string = 'UnsafeUrlError';
  static override readonly code: ErrorCode = 'unsafe_url';
}
