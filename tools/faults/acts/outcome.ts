import type { SubjectEvent } from '../subjects/subject.ts';

/** What one run came to. */
export interface Outcome {
  readonly events: readonly SubjectEvent[];
  /** Pictures that were fetched. */
  readonly images: readonly { readonly bytes: Uint8Array }[];
  readonly error?: unknown;
  /** From the first `next()` to the end, in milliseconds. */
  readonly ms: number;
  /** From the abort to the end, in milliseconds. */
  readonly settledMs?: number | undefined;
}
