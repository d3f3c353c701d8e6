import { ResponseError, type ResponseErrorOptions } from './response-error.ts';

/** The job cannot be followed any more: the server forgot it or the connection broke; it may still be running. */
export class JobLostError extends ResponseError {
  static override readonly brand: string = 'JobLostError';

  constructor(message: string, options: Omit<ResponseErrorOptions, 'code'> = {}) {
    super(message, { retryable: true, ...options, code: 'job_lost' });
  }
}
