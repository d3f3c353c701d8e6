import type { Clock } from '@hypotez/provider-core';

interface Timer {
  readonly due: number;
  readonly ring: () => void;
}

/** A clock whose time stands still until a test moves it. */
export class ManualClock implements Clock {
  #now = 0;
  #dateOffset = 0;
  #asked = 0;
  readonly #timers = new Set<Timer>();
  readonly #started = new Map<number, number>();
  #watchers: { readonly isDue: () => boolean; readonly resolve: () => void }[] = [];

  /** Number of timers that wait. */
  get pending(): number {
    return this.#timers.size;
  }

  now(): number {
    this.#asked += 1;
    this.#tell();
    return this.#now;
  }

  date(): number {
    return Date.UTC(2026, 0, 1) + this.#now + this.#dateOffset;
  }

  schedule(callback: () => void, delayMs: number): () => void {
    const timer: Timer = { due: this.#now + delayMs, ring: callback };
    this.#timers.add(timer);
    this.#started.set(delayMs, this.startedCount(delayMs) + 1);
    this.#tell();
    return () => {
      this.#timers.delete(timer);
      this.#tell();
    };
  }

  /** How many timers of that length were ever started. */
  startedCount(delayMs: number): number {
    return this.#started.get(delayMs) ?? 0;
  }

  /** Waits until so many timers of that length were started: by this a test knows that a read is under way. */
  started(delayMs: number, count = 1): Promise<void> {
    return this.#until(() => this.startedCount(delayMs) >= count);
  }

  /** How often the time was asked. */
  get askedCount(): number {
    return this.#asked;
  }

  /** Waits until the time was asked so often: the transport asks it before every read, however many share a timer. */
  asked(count: number): Promise<void> {
    return this.#until(() => this.#asked >= count);
  }

  /** Waits until exactly so many timers wait. */
  reachedPending(count: number): Promise<void> {
    return this.#until(() => this.pending === count);
  }

  /** Waits until no timer waits any more; a leak lets the test time out. */
  idle(): Promise<void> {
    return this.reachedPending(0);
  }

  /** Lets milliseconds pass and rings what is due, in order. */
  advance(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (;;) {
      const [next] = [...this.#timers].filter(({ due }) => due <= end).sort((left, right) => left.due - right.due);
      if (next === undefined) break;
      this.#now = next.due;
      this.#timers.delete(next);
      next.ring();
    }
    this.#now = end;
    this.#tell();
  }

  /** Sets the wall clock forward or, below zero, back, as a user or a time server does; monotonic time does not notice. */
  shiftDate(milliseconds: number): void {
    this.#dateOffset += milliseconds;
  }

  #until(isDue: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      this.#watchers.push({ isDue, resolve });
      this.#tell();
    });
  }

  #tell(): void {
    const due = this.#watchers.filter(({ isDue }) => isDue());
    this.#watchers = this.#watchers.filter((watcher) => !due.includes(watcher));
    for (const { resolve } of due) resolve();
  }
}
