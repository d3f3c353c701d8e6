import { ResponseError, type ResponseErrorOptions } from './response-error.ts';

/** The provider cannot work at the moment (HTTP 502, 503, 504, a full queue, no machine). */
export class UnavailableError extends ResponseError {
  static override readonly brand: string = 'UnavailableError';

  constructor(message: string, options: Omit<ResponseErrorOptions, 'code'> = {}) {
    super(message, { retryable: true, ...options, code: 'unavailable' });
  }
}
