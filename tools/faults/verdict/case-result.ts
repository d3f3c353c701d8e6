import type { Complaint } from './complaint.ts';

/** What came of a case. */
export interface CaseResult {
  readonly complaints: readonly Complaint[];
  /** How long each abort took to end its run, in milliseconds. */
  readonly settledMs: readonly number[];
}
