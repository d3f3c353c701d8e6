/**
 * What a service counted for the call that an image came of, where it tells. Of several images of one call the first one
 * carries it, so that the sum over all images of a run is what the run used.
 */
export interface ImageUsage {
  /** Tokens of prompt and input images. */
  readonly inputTokens?: number | undefined;
  /** Tokens of what was painted. */
  readonly outputTokens?: number | undefined;
  /** Both together. */
  readonly totalTokens?: number | undefined;
}
