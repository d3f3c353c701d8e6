import type { ErrorCode } from './error-code.ts';
import type { Limits } from '../transport/limits.ts';
import { ProviderError } from './provider-error.ts';
import type { ResponseErrorOptions } from './response-error.ts';

/** What a `TooLargeError` may be told when it is made. */
export interface TooLargeErrorOptions extends ResponseErrorOptions {
  /** Which of the limits of the transport it is, if it is one of these. */
  readonly limit?: keyof Limits | undefined;
}

/** Something is larger than the limit that protects this process, or the request larger than the server takes (HTTP 413). */
export class TooLargeError extends ProviderError {
  static override readonly brand: string = 'TooLargeError';
  static override readonly code: ErrorCode = 'too_large';

  /** The limit that was passed, in bytes; absent where it is the server's. */
  declare readonly limitBytes?: number;
  /** Which of `Limits` it is; absent where it was set for one reading only. */
  declare readonly limit?: keyof Limits;

  /** HTTP status, when the server refused the request. */
  declare readonly status?: number;

  /**
   * @param subject what is too large; the whole message where the limit is the server's.
   * @param limitBytes the limit that protects this process.
   */
  constructor(subject: string, limitBytes: number | undefined, { limit, status, ...options }: TooLargeErrorOptions = {}) {
    super(limitBytes === undefined ? subject : `${subject} is larger than the limit of ${limitBytes} bytes${limit === undefined ? '' : ` (limits.${limit})`}.`, options);
    if (limitBytes !== undefined) this.limitBytes = limitBytes;
    if (limit !== undefined) this.limit = limit;
    if (status !== undefined) this.status = status;
  }
}
