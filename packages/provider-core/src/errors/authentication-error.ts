import type { ErrorCode } from './error-code.ts';
import { ResponseError } from './response-error.ts';

/** The server wants a credential, or refuses the one it was given (HTTP 401, 403). */
export class AuthenticationError extends ResponseError {
  static override readonly brand: string = 'AuthenticationError';
  static override readonly code: ErrorCode = 'authentication';
}
