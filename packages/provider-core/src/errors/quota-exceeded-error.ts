import type { ErrorCode } from './error-code.ts';
import { ResponseError, type ResponseErrorOptions } from './response-error.ts';

/** The figures of a used-up allowance, as far as the provider named them. */
export interface QuotaExceededErrorOptions extends ResponseErrorOptions {
  /** Seconds of work that the job asked for. */
  readonly requestedSeconds?: number | undefined;
  /** Seconds that are left of the allowance. */
  readonly leftSeconds?: number | undefined;
}

/** The caller's allowance is used up; a token, a wait or money helps, another try does not. */
export class QuotaExceededError extends ResponseError {
  static override readonly brand: string = 'QuotaExceededError';
  static override readonly code: ErrorCode = 'quota_exceeded';

  /** Seconds of work that the job asked for, when the provider named them. */
  declare readonly requestedSeconds?: number;
  /** Seconds that are left of the allowance, when the provider named them. */
  declare readonly leftSeconds?: number;

  constructor(message: string, options: QuotaExceededErrorOptions = {}) {
    super(message, options);
    if (options.requestedSeconds !== undefined) this.requestedSeconds = options.requestedSeconds;
    if (options.leftSeconds !== undefined) this.leftSeconds = options.leftSeconds;
  }
}
