import type { ErrorCode } from './error-code.ts';
import { ResponseError } from './response-error.ts';

/** The server knows nothing under that address (HTTP 404). */
export class NotFoundError extends ResponseError {
  static override readonly brand: string = 'NotFoundError';
  static override readonly code: ErrorCode = 'not_found';
}
