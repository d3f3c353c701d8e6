import { ResponseError, type ResponseErrorOptions } from './response-error.ts';

/** The job was cancelled on the server, not by this caller. */
export class JobCancelledError extends ResponseError {
  static override readonly brand: string = 'JobCancelledError';

  constructor(message: string, options: Omit<ResponseErrorOptions, 'code'> = {}) {
    super(message, { retryable: true, ...options, code: 'job_cancelled' });
  }
}
