import { ResponseError, type ResponseErrorOptions } from './response-error.ts';

/** The server wants a credential, or refuses the one it was given (HTTP 401, 403). */
export class AuthenticationError extends ResponseError {
  static override readonly brand: string = 'AuthenticationError';

  constructor(message: string, options: Omit<ResponseErrorOptions, 'code'> = {}) {
    super(message, { retryable: false, ...options, code: 'authentication' });
  }
}
