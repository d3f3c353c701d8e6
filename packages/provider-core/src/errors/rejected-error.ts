import { ResponseError, type ResponseErrorOptions } from './response-error.ts';

/** The server understood the request and refuses its values (HTTP 400, 413, 422). */
export class RejectedError extends ResponseError {
  static override readonly brand: string = 'RejectedError';

  constructor(message: string, options: Omit<ResponseErrorOptions, 'code'> = {}) {
    super(message, { retryable: false, ...options, code: 'rejected' });
  }
}
