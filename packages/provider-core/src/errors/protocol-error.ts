import type { ErrorCode } from './error-code.ts';
import { ProviderError } from './provider-error.ts';

/** The server broke its own protocol: not JSON where JSON belongs, a job without an id, an event of another shape. */
export class ProtocolError extends ProviderError {
  static override readonly brand: string = 'ProtocolError';
  static override readonly code: ErrorCode = 'protocol';
}
