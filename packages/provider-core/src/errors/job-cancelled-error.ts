import type { Billed, ErrorCode } from './error-code.ts';
import { ResponseError } from './response-error.ts';

/** The job was cancelled on the server, not by this caller. */
export class JobCancelledError extends ResponseError {
  static override readonly brand: string = 'JobCancelledError';
  static override readonly code: ErrorCode = 'job_cancelled';
  static override readonly retryable: boolean = true;
  static override readonly billed: Billed = 'maybe';
}
