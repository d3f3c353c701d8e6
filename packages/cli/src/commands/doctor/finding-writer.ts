import { styleText } from 'node:util';
import type { Finding } from '../../diagnosis/finding.ts';
import { hasColors } from '../../output/has-colors.ts';
import type { Printable } from '../../output/printable.ts';
import { writeJsonLine } from '../../output/write-json-line.ts';
import type { CommandIo } from '../../process/command-io.ts';

const LABELS = { node: 'Node.js', proxy: 'Proxy', space: 'Reach', state: 'State', signature: 'Signature', token: 'Token' } as const;
const COLORS = { ok: 'green', note: 'yellow', skipped: 'dim', broken: 'red' } as const;

/** Blanks before what stands under a message. */
const INDENT = ' '.repeat(20);

/** How findings are told. */
export interface FindingStyle {
  readonly io: CommandIo;
  readonly printable: Printable;
  /** Whether each is an object on a line of stdout. */
  readonly json: boolean;
}

/** Tells findings as they come: a line for each, and under it what differs and what to do. */
export class FindingWriter {
  readonly #style: FindingStyle;
  #provider = '';

  constructor(style: FindingStyle) {
    this.#style = style;
  }

  /** Says who is looked at. */
  begin(provider: string, url: string): void {
    this.#provider = provider;
    if (!this.#style.json) this.#line(this.#style.printable(`${provider} at ${url}`));
  }

  write(finding: Finding): void {
    const { io, printable, json } = this.#style;
    if (json) {
      writeJsonLine(io.stdout, { type: 'check', provider: this.#provider, ...finding }, printable);
      return;
    }
    const { check, status, message, details = [], advice } = finding;
    const shown = status.padEnd(8);
    const label = LABELS[check].padEnd(10);
    // Colours come last: what a provider says may hold none.
    const begin = hasColors(io.stdout, io.env) ? styleText(COLORS[status], shown, { validateStream: false }) : shown;
    io.stdout.write(`${begin}${label}  ${printable(message)}\n`);
    for (const line of [...details, ...(advice === undefined ? [] : [advice])]) this.#line(`${INDENT}${printable(line)}`);
  }

  /** Says how many things are broken. */
  end(broken: number, exitCode: number): void {
    if (this.#style.json) writeJsonLine(this.#style.io.stdout, { type: 'result', broken, exitCode }, this.#style.printable);
    else this.#line(broken === 0 ? 'Nothing is broken.' : `${broken === 1 ? 'One thing is' : `${broken} things are`} broken.`);
  }

  #line(text: string): void {
    this.#style.io.stdout.write(`${text}\n`);
  }
}
