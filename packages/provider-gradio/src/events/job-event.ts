import type { ImageProgress } from '@hypotez/provider-core';

/** The outputs of a generator so far. */
export interface PartialOutput {
  readonly type: 'generating';
  /** One value for each output component, in order. */
  readonly data: readonly unknown[];
}

/** The outputs of the finished job, after which nothing comes. */
export interface FinalOutput {
  readonly type: 'complete';
  /** One value for each output component, in order. */
  readonly data: readonly unknown[];
}

/** What a function puts out. Two types, so that asking for one of them narrows the list. */
export type JobOutput = PartialOutput | FinalOutput;

/** News of one job, whichever stream it came from. */
export type JobEvent = ImageProgress | JobOutput;
