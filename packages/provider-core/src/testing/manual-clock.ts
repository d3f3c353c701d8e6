import type { Clock } from '../services/clock.ts';

interface Alarm {
  readonly due: number;
  readonly ring: () => void;
}

/** A clock whose time stands still until the test moves it. */
export class ManualClock implements Clock {
  #now = 0;
  readonly #alarms = new Set<Alarm>();
  #watchers: { readonly count: number; readonly resolve: () => void }[] = [];

  /** Number of timers that wait. */
  get pending(): number {
    return this.#alarms.size;
  }

  now(): number {
    return this.#now;
  }

  date(): number {
    return Date.UTC(2026, 0, 1) + this.#now;
  }

  schedule(callback: () => void, delayMs: number): () => void {
    const alarm: Alarm = { due: this.#now + delayMs, ring: callback };
    this.#alarms.add(alarm);
    this.#tellWatchers();
    return () => {
      this.#alarms.delete(alarm);
      this.#tellWatchers();
    };
  }

  /** Milliseconds until the next timer rings; infinite when none waits. */
  nextIn(): number {
    return (this.#nextUntil(Infinity)?.due ?? Infinity) - this.#now;
  }

  /** Lets milliseconds pass and rings what is due, in order. */
  advance(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (let next = this.#nextUntil(end); next !== undefined; next = this.#nextUntil(end)) {
      this.#now = next.due;
      this.#alarms.delete(next);
      next.ring();
    }
    this.#now = end;
    this.#tellWatchers();
  }

  /** Waits until exactly so many timers wait: the barrier by which a test knows that a read is under way. */
  reachedPending(count: number): Promise<void> {
    if (this.pending === count) return Promise.resolve();
    return new Promise((resolve) => {
      this.#watchers.push({ count, resolve });
    });
  }

  #nextUntil(end: number): Alarm | undefined {
    return [...this.#alarms].filter(({ due }) => due <= end).sort((left, right) => left.due - right.due)[0];
  }

  #tellWatchers(): void {
    for (const { count, resolve } of this.#watchers) {
      if (count === this.pending) resolve();
    }
    this.#watchers = this.#watchers.filter(({ count }) => count !== this.pending);
  }
}
