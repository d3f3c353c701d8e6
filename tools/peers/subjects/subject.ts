/** What is asked of a subject. */
export interface Order {
  /** Address of the service. */
  readonly url: string;
  /** Whether the answer comes as one piece or as a stream of events; a queue is always a stream. */
  readonly form: 'buffered' | 'stream';
  /** Number of pictures. */
  readonly n: number;
  /** Whether the subject retries as it does by itself; else it is told not to. */
  readonly retries: boolean;
  /** Whether its timers are set to `TIMER_MS`, where it has any; else they are its own. */
  readonly hasShortTimers: boolean;
  /** Ends the work early; `@gradio/client` has none, and is told by its `cancel()`. */
  readonly signal: AbortSignal;
}

/** One picture as a subject hands it over: bytes, base64, a URL, or whatever else it takes for one. */
export type Picture = unknown;

/** A library in the hands of its user. */
export interface Subject {
  /**
   * Makes pictures, to the end, and throws whatever the library throws. Pictures are added as they come, so that those before a
   * failure count.
   *
   * @returns the words of a failure, of a library that tells of it by an event in place of an error.
   */
  readonly generate: (order: Order, pictures: Picture[]) => Promise<string | undefined>;
  /** Events as the user's loop gets them; `isNews` tells those that the server caused. Absent where there is no loop. */
  readonly events?: (order: Order) => Promise<{ readonly events: AsyncIterable<unknown>; readonly isNews: (event: unknown) => boolean }>;
  /** Whether an error is of a class of the library's own. */
  readonly isOwn: (error: unknown) => boolean;
}

/** The prompt of every order; it is looked for where it does not belong. */
export const PROMPT = 'canary prompt, a lighthouse at dawn';

/** The key of every order; it is looked for where it does not belong. */
export const KEY = 'hf_CANARYKEY0123456789';

/** A header that users of some services put their key into. */
export const KEY_HEADER = 'x-api-key';

/** Short timers, in milliseconds. */
export const TIMER_MS = 1_500;

/** What the work was stopped for. */
export const STOPPED = new Error('The user does not want it any more.');
