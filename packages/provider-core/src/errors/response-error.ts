import type { ErrorCode } from './error-code.ts';
import { ProviderError, type ProviderErrorOptions } from './provider-error.ts';

/** What a server's answer adds to an error. */
export interface ResponseErrorOptions extends ProviderErrorOptions {
  /** HTTP status, when the error came with one. */
  readonly status?: number | undefined;
}

/** The server answered, and its answer is an error. */
export class ResponseError extends ProviderError {
  static override readonly brand: string = 'ResponseError';
  static override readonly code: ErrorCode = 'response';

  /** HTTP status, when the error came with one; errors inside an event stream have none. */
  declare readonly status?: number;

  constructor(message: string, options: ResponseErrorOptions = {}) {
    super(message, options);
    if (options.status !== undefined) this.status = options.status;
  }
}
