import type { PluginEvent } from '@hypotez/provider-core';
import type { OutputStream } from '../command/command-io.ts';
import type { Failure } from '../errors/failure.ts';
import type { Printable } from './printable.ts';
import type { Reporter, SavedPicture } from './reporter.ts';
import { shownUrl } from './shown-url.ts';

/** What a JSON reporter is made of. */
export interface JsonReporterOptions {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly printable: Printable;
}

/** For programs: one JSON object a line on stdout. The README documents every field. */
export class JsonReporter implements Reporter {
  readonly #options: JsonReporterOptions;

  constructor(options: JsonReporterOptions) {
    this.#options = options;
  }

  event(event: PluginEvent): void {
    // The image is told of when it lies on the disk.
    if (event.type === 'image') return;
    if (event.type === 'preview') {
      const { type, provider, model, urls } = event;
      this.#write({ type, provider, model, urls: urls.map(shownUrl) });
      return;
    }
    const { type, stage, fraction, step, steps, queuePosition, etaSeconds, message } = event;
    this.#write({ type, stage, fraction, step, steps, queuePosition, etaSeconds, message });
  }

  notice(text: string): void {
    this.#write({ type: 'notice', message: text });
  }

  saved({ path, image, file }: SavedPicture): void {
    const { type, provider, model, seed } = image;
    const { width, height, mediaType, bytes } = file;
    this.#write({ type, file: path, seed, width, height, mediaType, bytes: bytes.length, provider, model });
  }

  failed({ code, message, retryable, billed, retryAfterMs, problems, nextStep, exitCode, details }: Failure): void {
    this.#write({ type: 'error', code, message, retryable, billed, retryAfterMs, problems, nextStep, exitCode });
    const { stderr, printable } = this.#options;
    for (const line of details?.split('\n') ?? []) stderr.write(`${printable(line)}\n`);
  }

  close(): void {
    // Nothing is shown for the moment only.
  }

  #write(fields: Readonly<Record<string, unknown>>): void {
    const { stdout, printable } = this.#options;
    // The path is the one text that must stay as it is: it names a file.
    const line = JSON.stringify(fields, (key, value: unknown) => (typeof value === 'string' && key !== 'file' ? printable(value) : value));
    stdout.write(`${line}\n`);
  }
}
