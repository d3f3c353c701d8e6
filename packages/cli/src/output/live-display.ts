import { styleText } from 'node:util';
import type { ImageFile, PluginEvent } from '@hypotez/provider-core';
import type { OutputStream } from '../process/command-io.ts';
import { LiveBlock } from '../terminal/live-block.ts';
import type { PictureRenderer } from '../terminal/picture-renderer.ts';
import type { PictureNumber } from './picture-number.ts';
import type { Printable } from './printable.ts';
import type { ProgressDisplay } from './progress-display.ts';
import { progressLine } from './progress-line.ts';
import { StepPace } from './step-pace.ts';
import { statusLine } from './status-line.ts';

/** How the live block is drawn. */
export interface LiveDisplayOptions {
  readonly stream: OutputStream;
  readonly colors: boolean;
  readonly printable: Printable;
  /** Whether the terminal breaks long lines anew when it is made narrower. */
  readonly reflows: boolean;
  /** What draws pictures, where the terminal can show them. */
  readonly renderer?: PictureRenderer | undefined;
}

/** A block at the end of the terminal: the picture as far as it is, what is going on, and for how long. */
export class LiveDisplay implements ProgressDisplay {
  readonly showsPictures: boolean;
  readonly #options: LiveDisplayOptions;
  readonly #block: LiveBlock;
  readonly #pace = new StepPace();
  readonly #redraw = (): void => { this.#draw(); };
  #number: PictureNumber = { index: 1, total: 1 };
  #event: PluginEvent | undefined;
  #startedAt = performance.now();
  #shownAt = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: LiveDisplayOptions) {
    this.#options = options;
    this.#block = new LiveBlock(options);
    this.showsPictures = options.renderer !== undefined;
  }

  begin(number: PictureNumber): void {
    this.#number = number;
    this.#event = undefined;
    this.#pace.reset();
    this.#startedAt = performance.now();
    this.#options.renderer?.begin();
    this.#start();
    this.#draw();
  }

  show(event: PluginEvent): void {
    const { printable } = this.#options;
    // A preview says nothing about queue and steps, and is seen by itself.
    if (event.type === 'preview' && this.#event !== undefined) return;
    this.#shownAt = performance.now();
    const etaSeconds = this.#pace.estimate(event, this.#shownAt);
    this.#event = event.type !== 'progress' ? event : {
      ...event,
      ...(event.message !== undefined && { message: printable(event.message) }),
      ...(etaSeconds !== undefined && { etaSeconds }),
    };
    this.#start();
    this.#draw();
  }

  async picture(file: ImageFile): Promise<void> {
    const drawn = await this.#options.renderer?.render(file);
    if (drawn !== undefined) this.#block.draw(this.#lines(), drawn);
  }

  hide(picture: 'finished' | 'unfinished'): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#options.stream.off('resize', this.#redraw);
    if (picture === 'finished') this.#block.release();
    else this.#block.erase();
  }

  /** Elapsed time and estimates change while nothing comes from the server, and the terminal may change at any moment. */
  #start(): void {
    if (this.#timer !== undefined) return;
    this.#timer = setInterval(this.#redraw, 1000).unref();
    this.#options.stream.on('resize', this.#redraw);
  }

  #draw(): void {
    this.#block.draw(this.#lines());
  }

  #lines(): readonly string[] {
    const { stream, colors } = this.#options;
    // A character in the last column makes some terminals begin a new line.
    const columns = Math.max(1, (stream.columns ?? 80) - 1);
    const now = performance.now();
    const progress = progressLine({ event: this.#event, ageSeconds: (now - this.#shownAt) / 1000 }, columns);
    const status = statusLine({ number: this.#number, elapsedMs: now - this.#startedAt }, columns);
    // One line more than the screen has could not be written over.
    const lines = (stream.rows ?? 24) > 2 ? [progress, status] : [progress];
    return colors ? lines.map(colored) : lines;
  }
}

function colored(line: string, index: number): string {
  if (index > 0) return styleText('dim', line, { validateStream: false });
  return line
    .replace(/█+/u, (bar) => styleText('cyan', bar, { validateStream: false }))
    .replace(/░+/u, (rest) => styleText('dim', rest, { validateStream: false }));
}
