import { styleText } from 'node:util';
import type { PluginEvent } from '@hypotez/provider-core';
import type { OutputStream } from '../command/command-io.ts';
import type { Failure } from '../errors/failure.ts';
import { describeDuration } from './describe-duration.ts';
import type { ProgressDisplay } from './progress-display.ts';
import type { Printable } from './printable.ts';
import type { Reporter, SavedPicture } from './reporter.ts';

/** What a text reporter is made of. */
export interface TextReporterOptions {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly display: ProgressDisplay;
  readonly colors: boolean;
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
    this.#options.stdout.write(`${path}\n`);
  }

  failed({ message, nextStep, details }: Failure): void {
    const { colors, printable } = this.#options;
    const first = printable(message);
    this.#line(colors ? styleText('red', first, { validateStream: false }) : first);
    if (nextStep !== undefined) this.#line(printable(nextStep));
    for (const line of details?.split('\n') ?? []) this.#line(printable(line));
  }

  close(): void {
    this.#options.display.hide();
  }

  #line(text: string): void {
    this.#options.display.hide();
    this.#options.stderr.write(`${text}\n`);
  }
}
