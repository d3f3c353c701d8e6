import type { PluginEvent, PluginProgress } from '@hypotez/provider-core';
import { batchLabel, type PictureBatch } from './picture-batch.ts';
import type { Printable } from './printable.ts';
import type { ProgressDisplay } from './progress-display.ts';

/** Plain lines for logs and pipes: one for each change of state, none for a step. */
export class StateLines implements ProgressDisplay {
  readonly showsPictures = false;
  readonly #write: (line: string) => void;
  readonly #printable: Printable;
  #batch: PictureBatch = { index: 1, count: 1 };
  readonly #last = new Map<number, string>();

  constructor(write: (line: string) => void, printable: Printable) {
    this.#write = write;
    this.#printable = printable;
  }

  begin(batch: PictureBatch): void {
    const label = batchLabel(batch);
    this.#batch = batch;
    this.#last.clear();
    if (label !== undefined) this.#write(`${label}:`);
  }

  show(event: PluginEvent): void {
    if (event.type === 'preview') return;
    const state = event.type === 'image' ? 'Fetching the picture' : this.#printable(describeState(event));
    const { index: position = 0 } = event;
    if (state === this.#last.get(position)) return;
    this.#last.set(position, state);
    // Several pictures are painted at the same time; of one its heading has told.
    this.#write(this.#batch.count === 1 ? state : `${batchLabel(this.#batch, [position]) ?? ''}: ${state}`);
  }

  async picture(): Promise<void> {
    // A picture is no line.
  }

  done(): void {
    // What came of it is a line of its own.
  }

  hide(): void {
    // Lines that were written stay.
  }
}

/** Without estimates and steps, which change all the time. */
function describeState({ stage, queuePosition, steps, message }: PluginProgress): string {
  switch (stage) {
    case 'queued':
      if (queuePosition === undefined) return 'Waiting in the queue';
      return queuePosition === 0 ? 'Waiting: next in the queue' : `Waiting: ${queuePosition} before this one`;
    case 'started':
      return 'Started';
    case 'step':
      return steps === undefined ? 'Painting' : `Painting, ${steps} steps`;
    case 'attempt':
      return message ?? 'Trying again';
    case 'log':
      return message ?? 'Working';
  }
}
