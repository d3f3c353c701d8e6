/** What can be wrong with a case. */
export type ComplaintKind = 'hang' | 'crash' | 'output' | 'leak' | 'secret' | 'false success' | 'untyped' | 'slow' | 'wrong';

/** One thing that is wrong. */
export interface Complaint {
  readonly kind: ComplaintKind;
  readonly text: string;
}
