import type { Failure } from '../errors/failure.ts';
import type { CommandIo } from '../process/command-io.ts';
import { batchLabel, type PictureBatch } from './picture-batch.ts';
import type { Printable } from './printable.ts';
import type { Reporter, SavedPicture } from './reporter.ts';
import { writeFailure } from './write-failure.ts';

/** What a quiet reporter is made of. */
export interface QuietReporterOptions {
  readonly io: CommandIo;
  readonly printable: Printable;
}

/** For scripts: the paths of the pictures on stdout, failures on stderr, nothing else. */
export class QuietReporter implements Reporter {
  readonly showsPictures = false;
  readonly #options: QuietReporterOptions;
  #batch: PictureBatch = { index: 1, count: 1, total: 1 };

  constructor(options: QuietReporterOptions) {
    this.#options = options;
  }

  begin(batch: PictureBatch): void {
    this.#batch = batch;
  }

  saved({ path }: SavedPicture): void {
    this.#options.io.stdout.write(`${path}\n`);
  }

  failed(failure: Failure, positions: readonly number[]): void {
    const { io, printable } = this.#options;
    writeFailure(failure, io, { json: false, printable, label: batchLabel(this.#batch, positions) });
  }

  event(): void {
    // Not told.
  }

  async show(): Promise<void> {
    // Not told.
  }

  notice(): void {
    // Not told.
  }

  summary(): void {
    // Not told.
  }

  close(): void {
    // Nothing is shown for the moment only.
  }
}
