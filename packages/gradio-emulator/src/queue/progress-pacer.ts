import type { ProgressUnit } from '../protocol/server-message.ts';

/**
 * Passes progress on at most once per interval; what comes in between is overwritten, what is left at the end lost.
 *
 * Gradio does the same with one timer for all jobs, which has run for half its interval, on an average, when a job
 * reports first. So which steps a caller sees depends on the clock, and of a job that is quick he sees none.
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
    if (this.#intervalMs === 0) {
      this.#send(progress);
      return;
    }
    this.#pending = progress;
    this.#timer ??= setTimeout(this.#tick, this.#intervalMs / 2).unref();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#pending = undefined;
  }

  readonly #tick = (): void => {
    this.#timer = setTimeout(this.#tick, this.#intervalMs).unref();
    const pending = this.#pending;
    this.#pending = undefined;
    if (pending !== undefined) this.#send(pending);
  };
}
