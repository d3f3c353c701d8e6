import type { SpaceInput } from './space-input.ts';

/** A function of a Space, and what is sent to it. */
export interface SpaceFunction {
  /** Address of the Space. */
  readonly url: string;
  /** Path of the function: prefix, `/call/`, name. */
  readonly apiEndpoint: string;
  /** The function's inputs, in order. */
  readonly inputs: readonly SpaceInput[];
}
