import { JobLostError } from './job-lost-error.ts';

/** The stream of events ended, cleanly or not, before the job did. */
export class StreamEndedError extends JobLostError {
  static override readonly brand: string = 'StreamEndedError';
}
