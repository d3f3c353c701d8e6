import type { ProgressUnit } from '../protocol/server-message.ts';

/**
 * Passes progress on at most once per interval; what comes in between is overwritten, what is left at the end lost.
 *
 * Gradio does the same with one timer for all jobs, so which steps a caller sees depends on the clock.
 */
export class ProgressPacer {
  readonly #intervalMs: number;
  readonly #send: (progress: ProgressUnit) => void;
  #pending: ProgressUnit | undefined;
  #timer: NodeJS.Timeout | undefined;

  /** An interval of 0 passes everything on at once. */
  constructor(intervalMs: number, send: (progress: ProgressUnit) => void) {
    this.#intervalMs = intervalMs;
    this.#send = send;
  }

  put(progress: ProgressUnit): void {
    if (this.#timer !== undefined) {
      this.#pending = progress;
      return;
    }
    this.#send(progress);
    if (this.#intervalMs > 0) this.#timer = setTimeout(this.#tick, this.#intervalMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#pending = undefined;
  }

  readonly #tick = (): void => {
    this.#timer = undefined;
    const pending = this.#pending;
    this.#pending = undefined;
    if (pending !== undefined) this.put(pending);
  };
}
