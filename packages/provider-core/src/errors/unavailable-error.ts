import type { ErrorCode } from './error-code.ts';
import { ResponseError } from './response-error.ts';

/** The provider cannot work at the moment (HTTP 502, 503, 504, a full queue, no machine). */
export class UnavailableError extends ResponseError {
  static override readonly brand: string = 'UnavailableError';
  static override readonly code: ErrorCode = 'unavailable';
  static override readonly retryable: boolean = true;
}
