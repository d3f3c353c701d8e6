import type { PluginEvent } from '@hypotez/provider-core';
import type { CommandIo } from '../process/command-io.ts';
import type { Failure } from '../errors/failure.ts';
import { describeDuration } from './describe-duration.ts';
import type { ProgressDisplay } from './progress-display.ts';
import type { Printable } from './printable.ts';
import type { Reporter, SavedPicture } from './reporter.ts';
import { writeFailure } from './write-failure.ts';

/** What a text reporter is made of. */
export interface TextReporterOptions {
  readonly io: CommandIo;
  readonly display: ProgressDisplay;
  readonly printable: Printable;
}

/** For people: progress, notices and failures go to stderr, and nothing but the path of the picture to stdout. */
export class TextReporter implements Reporter {
  readonly #options: TextReporterOptions;
  readonly #startedAt = performance.now();

  constructor(options: TextReporterOptions) {
    this.#options = options;
  }

  event(event: PluginEvent): void {
    this.#options.display.show(event);
  }

  notice(text: string): void {
    this.#line(this.#options.printable(text));
  }

  saved({ path, image, file }: SavedPicture): void {
    const size = `${file.width} × ${file.height} ${file.extension.toUpperCase()}`;
    const seed = image.seed === undefined ? [] : [`seed ${image.seed}`];
    this.#line([`Done: ${size}`, ...seed, describeDuration(performance.now() - this.#startedAt)].join(', '));
    this.#options.io.stdout.write(`${path}\n`);
  }

  failed(failure: Failure): void {
    const { io, printable, display } = this.#options;
    display.hide();
    writeFailure(failure, io, { json: false, printable });
  }

  close(): void {
    this.#options.display.hide();
  }

  #line(text: string): void {
    this.#options.display.hide();
    this.#options.io.stderr.write(`${text}\n`);
  }
}
