import type { OutputStream } from '../process/command-io.ts';
import type { Printable } from './printable.ts';

/** Writes one event of `--json` as a line. */
export function writeJsonLine(stdout: OutputStream, fields: Readonly<Record<string, unknown>>, printable: Printable): void {
  // The path is the one text that must stay as it is: it names a file.
  const line = JSON.stringify(fields, (key, value: unknown) => (typeof value === 'string' && key !== 'file' ? printable(value) : value));
  stdout.write(`${line}\n`);
}
