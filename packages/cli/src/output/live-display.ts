import { styleText } from 'node:util';
import type { ImageFile, PluginEvent } from '@hypotez/provider-core';
import type { OutputStream } from '../process/command-io.ts';
import { TEXT_ROWS } from '../terminal/fit-picture.ts';
import { LiveBlock } from '../terminal/live-block.ts';
import type { PictureRenderer } from '../terminal/picture-renderer.ts';
import { LivePicture } from './live-picture.ts';
import type { PictureBatch } from './picture-batch.ts';
import type { Printable } from './printable.ts';
import type { ProgressDisplay } from './progress-display.ts';
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

/** A block at the end of the terminal: the newest picture as far as it is, what is going on with each, and for how long. */
export class LiveDisplay implements ProgressDisplay {
  readonly showsPictures: boolean;
  readonly #options: LiveDisplayOptions;
  readonly #block: LiveBlock;
  /** Those under way, by their indexes in the run. */
  readonly #pictures = new Map<number, LivePicture>();
  readonly #redraw = (): void => { this.#draw(); };
  #batch: PictureBatch = { index: 1, count: 1, total: 1 };
  #startedAt = performance.now();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: LiveDisplayOptions) {
    this.#options = options;
    this.#block = new LiveBlock(options);
    this.showsPictures = options.renderer !== undefined;
  }

  begin(batch: PictureBatch): void {
    this.#batch = batch;
    this.#pictures.clear();
    this.#startedAt = performance.now();
    this.#options.renderer?.begin();
    this.#start();
    this.#draw();
  }

  show(event: PluginEvent): void {
    const { index = 0 } = event;
    const picture = this.#pictures.get(index) ?? new LivePicture(this.#options.printable);
    this.#pictures.set(index, picture);
    picture.show(event);
    this.#start();
    this.#draw();
  }

  async picture(file: ImageFile): Promise<void> {
    const drawn = await this.#options.renderer?.render(file);
    if (drawn !== undefined) this.#block.draw(this.#lines(), drawn);
  }

  done(position: number): void {
    this.#pictures.delete(position);
    this.#options.renderer?.begin();
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
    const isOne = this.#batch.count === 1;
    const pictures = [...this.#pictures].toSorted(([one], [other]) => one - other);
    const progress = pictures.map(([position, picture]) => picture.line(columns, isOne ? undefined : this.#batch.index + position));
    if (progress.length === 0) progress.push(new LivePicture(this.#options.printable).line(columns));
    const status = statusLine({ batch: this.#batch, elapsedMs: performance.now() - this.#startedAt }, columns);
    // One line more than the screen has, or a picture leaves, could not be written over.
    const room = Math.min(Math.max(1, (stream.rows ?? 24) - 1), this.showsPictures ? TEXT_ROWS - 1 : Infinity);
    const lines = room > progress.length ? [...progress, status] : progress.slice(0, room);
    return colors ? lines.map((line) => colored(line, line === status)) : lines;
  }
}

function colored(line: string, isStatus: boolean): string {
  if (isStatus) return styleText('dim', line, { validateStream: false });
  return line
    .replace(/█+/u, (bar) => styleText('cyan', bar, { validateStream: false }))
    .replace(/░+/u, (rest) => styleText('dim', rest, { validateStream: false }));
}
