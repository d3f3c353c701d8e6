import type { ImageFile, PluginEvent } from '@hypotez/provider-core';
import type { Failure } from '../errors/failure.ts';
import type { CommandIo } from '../process/command-io.ts';
import { describeDuration } from './describe-duration.ts';
import { describeSummary } from './describe-summary.ts';
import { batchLabel, type PictureBatch } from './picture-batch.ts';
import type { Printable } from './printable.ts';
import type { ProgressDisplay } from './progress-display.ts';
import type { Reporter, SavedPicture, Summary } from './reporter.ts';
import { writeFailure } from './write-failure.ts';
import { writeLine } from './write-line.ts';

/** What a text reporter is made of. */
export interface TextReporterOptions {
  readonly io: CommandIo;
  readonly display: ProgressDisplay;
  readonly printable: Printable;
}

/** For people: progress, notices and failures go to stderr, and nothing but the paths of the pictures to stdout. */
export class TextReporter implements Reporter {
  readonly #options: TextReporterOptions;
  #batch: PictureBatch = { index: 1, count: 1, total: 1 };
  #startedAt = performance.now();

  constructor(options: TextReporterOptions) {
    this.#options = options;
  }

  get showsPictures(): boolean {
    return this.#options.display.showsPictures;
  }

  begin(batch: PictureBatch): void {
    this.#batch = batch;
    this.#startedAt = performance.now();
    this.#options.display.begin(batch);
  }

  event(event: PluginEvent): void {
    this.#options.display.show(event);
  }

  async show(file: ImageFile): Promise<void> {
    await this.#options.display.picture(file);
  }

  notice(text: string): void {
    this.#line(this.#options.printable(text));
  }

  saved({ path, image, file }: SavedPicture): void {
    const size = `${file.width} × ${file.height} ${file.extension.toUpperCase()}`;
    const seed = image.seed === undefined ? [] : [`seed ${image.seed}`];
    this.#options.display.done(image.index);
    this.#line([`${batchLabel(this.#batch, [image.index]) ?? 'Done'}: ${size}`, ...seed, describeDuration(performance.now() - this.#startedAt)].join(', '));
    this.#options.io.stdout.write(`${path}\n`);
  }

  failed(failure: Failure, positions: readonly number[]): void {
    const { io, printable, display } = this.#options;
    for (const position of positions) display.done(position);
    display.hide('unfinished');
    writeFailure(failure, io, { json: false, printable, label: batchLabel(this.#batch, positions) });
  }

  summary(summary: Summary): void {
    this.#line(describeSummary(summary));
  }

  close(): void {
    this.#options.display.hide('unfinished');
  }

  #line(text: string): void {
    this.#options.display.hide('finished');
    writeLine(this.#options.io.stderr, text);
  }
}
