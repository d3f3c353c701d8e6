import { styleText } from 'node:util';
import type { PluginEvent } from '@hypotez/provider-core';
import { createLogUpdate } from 'log-update';
import type { OutputStream } from '../process/command-io.ts';
import type { ProgressDisplay } from './progress-display.ts';
import { progressLine } from './progress-line.ts';
import type { Printable } from './printable.ts';

/** How the live line is drawn. */
export interface LiveLineOptions {
  readonly stream: OutputStream;
  readonly colors: boolean;
  readonly printable: Printable;
}

/** One line of a terminal that is written over and over, and taken away in the end. */
export class LiveLine implements ProgressDisplay {
  readonly #options: LiveLineOptions;
  readonly #update: ReturnType<typeof createLogUpdate>;
  #event: PluginEvent | undefined;
  #shownAt = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: LiveLineOptions) {
    this.#options = options;
    // A hidden cursor would stay hidden when the process is killed.
    this.#update = createLogUpdate(options.stream, { showCursor: true });
  }

  show(event: PluginEvent): void {
    const { printable } = this.#options;
    this.#event = event.type === 'progress' && event.message !== undefined ? { ...event, message: printable(event.message) } : event;
    this.#shownAt = performance.now();
    // Estimates run down while nothing comes from the server.
    this.#timer ??= setInterval(() => { this.#draw(); }, 1000).unref();
    this.#draw();
  }

  hide(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#update.clear();
  }

  #draw(): void {
    const { stream, colors } = this.#options;
    if (this.#event === undefined) return;
    const ageSeconds = (performance.now() - this.#shownAt) / 1000;
    // A character in the last column makes some terminals begin a new line.
    const line = progressLine({ event: this.#event, ageSeconds }, (stream.columns ?? 80) - 1);
    this.#update(colors ? colored(line) : line);
  }
}

function colored(line: string): string {
  return line
    .replace(/█+/u, (bar) => styleText('cyan', bar, { validateStream: false }))
    .replace(/░+/u, (rest) => styleText('dim', rest, { validateStream: false }));
}
