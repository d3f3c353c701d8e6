/** Time as the framework sees it; a test replaces it to let minutes pass in no time. */
export interface Clock {
  /** Monotonic milliseconds; only differences mean something. */
  now(): number;
  /** Wall-clock milliseconds since 1970, for dates that a server sends. */
  date(): number;
  /** Calls back after some milliseconds; the returned function takes it back. */
  schedule(callback: () => void, delayMs: number): () => void;
}

/** The clock of the runtime. */
export const systemClock: Clock = {
  now: () => performance.now(),
  date: () => Date.now(),
  schedule(callback, delayMs) {
    const timer = setTimeout(callback, delayMs);
    return () => {
      clearTimeout(timer);
    };
  },
};
