import type { ErrorCode } from './error-code.ts';
import { ResponseError } from './response-error.ts';

/** Too many requests in a short time (HTTP 429); `retryAfterMs` says when to come back, if the server said it. */
export class RateLimitError extends ResponseError {
  static override readonly brand: string = 'RateLimitError';
  static override readonly code: ErrorCode = 'rate_limit';
  static override readonly retryable: boolean = true;
}
