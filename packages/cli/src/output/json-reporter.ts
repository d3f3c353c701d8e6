import type { PluginEvent } from '@hypotez/provider-core';
import type { Failure } from '../errors/failure.ts';
import type { CommandIo } from '../process/command-io.ts';
import { numberAt, type PictureBatch } from './picture-batch.ts';
import type { PictureNumber } from './picture-number.ts';
import type { Printable } from './printable.ts';
import type { Reporter, SavedPicture, Summary } from './reporter.ts';
import { shownUrl } from './shown-url.ts';
import { writeFailure } from './write-failure.ts';
import { writeJsonLine } from './write-json-line.ts';

/** What a JSON reporter is made of. */
export interface JsonReporterOptions {
  readonly io: CommandIo;
  readonly printable: Printable;
}

/** For programs: one JSON object a line on stdout. The README documents every field. */
export class JsonReporter implements Reporter {
  readonly showsPictures = false;
  readonly #options: JsonReporterOptions;
  #batch: PictureBatch | undefined;

  constructor(options: JsonReporterOptions) {
    this.#options = options;
  }

  begin(batch: PictureBatch): void {
    this.#batch = batch;
  }

  event(event: PluginEvent): void {
    // The image is told of when it lies on the disk.
    if (event.type === 'image') return;
    if (event.type === 'preview') {
      const { type, provider, model, urls, index } = event;
      this.#write({ type, ...this.#numberOf(index), provider, model, urls: urls.map(shownUrl) });
      return;
    }
    const { type, stage, fraction, step, steps, queuePosition, etaSeconds, message, provider, attempt, reason } = event;
    this.#write({ type, ...this.#numberOf(event.index), stage, fraction, step, steps, queuePosition, etaSeconds, message, provider, attempt, reason });
  }

  async show(): Promise<void> {
    // Programs get the file.
  }

  notice(text: string, position?: number): void {
    this.#write({ type: 'notice', ...(position !== undefined && this.#numberOf(position)), message: text });
  }

  saved({ path, image, file }: SavedPicture): void {
    const { type, provider, model, seed, revisedPrompt, usage } = image;
    const { width, height, mediaType, bytes } = file;
    this.#write({ type, ...this.#numberOf(image.index), file: path, seed, width, height, mediaType, bytes: bytes.length, provider, model, revisedPrompt, usage });
  }

  failed(failure: Failure, positions: readonly number[]): void {
    const { io, printable } = this.#options;
    for (const position of positions) writeFailure(failure, io, { json: true, printable, fields: this.#numberOf(position) });
  }

  summary({ painted, failed, left }: Summary): void {
    this.#write({ type: 'summary', painted, failed, left });
  }

  close(): void {
    // Nothing is shown for the moment only.
  }

  #numberOf(position = 0): Pick<PictureNumber, 'index' | 'line'> | undefined {
    if (this.#batch === undefined) return undefined;
    const { index, line } = numberAt(this.#batch, position);
    return { index, line };
  }

  #write(fields: Readonly<Record<string, unknown>>): void {
    writeJsonLine(this.#options.io.stdout, fields, this.#options.printable);
  }
}
