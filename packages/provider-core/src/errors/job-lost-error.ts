import type { Billed, ErrorCode } from './error-code.ts';
import { ResponseError } from './response-error.ts';

/** The job cannot be followed any more: the server forgot it or the connection broke; it may still be running. */
export class JobLostError extends ResponseError {
  static override readonly brand: string = 'JobLostError';
  static override readonly code: ErrorCode = 'job_lost';
  static override readonly retryable: boolean = true;
  static override readonly billed: Billed = 'maybe';
}
