import type { Report } from './report.ts';

/** What was seen of a child process, and by the servers that it spoke to. */
export interface Observation {
  /** Its report; nothing where it gave none. */
  readonly report?: Report | undefined;
  /** How the process died by itself; nothing where it did not. */
  readonly death?: string | undefined;
  /** Milliseconds that it was watched for a report. */
  readonly watchedMs: number;
  /** Peak of the resident memory above that before the work, in bytes. */
  readonly peakBytes: number;
  /** Bytes that were taken from the server. */
  readonly pulledBytes: number;
  /** Connections on which the server was still answering, a moment after the end. */
  readonly busySockets: number;
  /** Starts of a job that the server saw. */
  readonly starts: number;
  /** Requests to cancel a job that it saw. */
  readonly cancels: number;
  /** What came to a host that is none of the service's: heads and bodies of requests. */
  readonly foreign: readonly string[];
}
