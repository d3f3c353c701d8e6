import type { PluginEvent } from '@hypotez/provider-core';
import type { Printable } from './printable.ts';
import { progressLine } from './progress-line.ts';
import { StepPace } from './step-pace.ts';

/** Columns that a line has to have left behind a number in front of it. */
const FEWEST_COLUMNS = 4;

/** How far one picture is, for the live block. */
export class LivePicture {
  readonly #pace = new StepPace();
  readonly #printable: Printable;
  #event: PluginEvent | undefined;
  #shownAt = 0;

  constructor(printable: Printable) {
    this.#printable = printable;
  }

  show(event: PluginEvent): void {
    // A preview says nothing about queue and steps, and is seen by itself.
    if (event.type === 'preview' && this.#event !== undefined) return;
    this.#shownAt = performance.now();
    const etaSeconds = this.#pace.estimate(event, this.#shownAt);
    this.#event = event.type !== 'progress' ? event : {
      ...event,
      ...(event.message !== undefined && { message: this.#printable(event.message) }),
      ...(etaSeconds !== undefined && { etaSeconds }),
    };
  }

  /** The longest form that fits, with a number in front where there are several pictures and room for it. */
  line(columns: number, number?: number): string {
    const before = number === undefined ? '' : `${number} `;
    const prefix = columns - before.length < FEWEST_COLUMNS ? '' : before;
    return `${prefix}${progressLine({ event: this.#event, ageSeconds: (performance.now() - this.#shownAt) / 1000 }, columns - prefix.length)}`;
  }
}
