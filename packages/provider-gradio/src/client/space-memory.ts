/** Which of its two streams a job is read from. */
export type StreamKind = 'queue' | 'call';

/** What was learned about one Space and holds for its later jobs. */
export interface SpaceMemory {
  /** Prefix of the API's routes: `/gradio_api` from Gradio 5 on, nothing before. */
  prefix: string;
  /** Whether the prefix was confirmed by an answer. */
  isPrefixKnown: boolean;
  /** Whether `/queue/data` was found missing. */
  hasQueueStream: boolean;
}

/** Begins with what is true of every current Gradio. */
export function createSpaceMemory(prefix = '/gradio_api'): SpaceMemory {
  return { prefix, isPrefixKnown: false, hasQueueStream: true };
}

/** The other prefix to try when one is not served. */
export function otherPrefix(prefix: string): string {
  return prefix === '' ? '/gradio_api' : '';
}
