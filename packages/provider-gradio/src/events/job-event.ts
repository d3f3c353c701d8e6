import type { ImageProgress } from '@hypotez/provider-core';

/** The outputs of a function: of a generator so far, or of the finished job, after which nothing comes. */
export interface JobOutput {
  readonly type: 'generating' | 'complete';
  /** One value for each output component, in order. */
  readonly data: readonly unknown[];
}

/** News of one job, whichever stream it came from. */
export type JobEvent = ImageProgress | JobOutput;
