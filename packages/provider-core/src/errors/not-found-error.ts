import { ResponseError, type ResponseErrorOptions } from './response-error.ts';

/** The server knows nothing under that address (HTTP 404). */
export class NotFoundError extends ResponseError {
  static override readonly brand: string = 'NotFoundError';

  constructor(message: string, options: Omit<ResponseErrorOptions, 'code'> = {}) {
    super(message, { retryable: false, ...options, code: 'not_found' });
  }
}
