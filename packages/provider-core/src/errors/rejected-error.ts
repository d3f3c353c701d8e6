import type { ErrorCode } from './error-code.ts';
import { ResponseError } from './response-error.ts';

/** The server understood the request and refuses its values (HTTP 400, 409, 422). */
export class RejectedError extends ResponseError {
  static override readonly brand: string = 'RejectedError';
  static override readonly code: ErrorCode = 'rejected';
}
