import { ResponseError, type ResponseErrorOptions } from './response-error.ts';

/** Too many requests in a short time (HTTP 429); `retryAfterMs` says when to come back, if the server said it. */
export class RateLimitError extends ResponseError {
  static override readonly brand: string = 'RateLimitError';

  constructor(message: string, options: Omit<ResponseErrorOptions, 'code'> = {}) {
    super(message, { retryable: true, ...options, code: 'rate_limit' });
  }
}
