/** Which of its two streams a job is read from. */
export type StreamKind = 'queue' | 'call';

/** What was learned about one Space and holds for its later jobs. */
export interface SpaceMemory {
  /** Prefixes that the API's routes may have, likeliest first; a single one once an answer has confirmed it. */
  prefixes: readonly [prefix: string, other?: string];
  /** Whether `/queue/data` was not found missing. */
  hasQueueStream: boolean;
}

/** Begins with what is true of every current Gradio: `/gradio_api` from Gradio 5 on, nothing before. */
export function createSpaceMemory(prefix = '/gradio_api'): SpaceMemory {
  return { prefixes: [prefix, prefix === '' ? '/gradio_api' : ''], hasQueueStream: true };
}
