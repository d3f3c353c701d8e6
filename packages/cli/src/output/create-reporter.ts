import type { CommandIo } from '../process/command-io.ts';
import { hasColors } from './has-colors.ts';
import { JsonReporter } from './json-reporter.ts';
import { LiveLine } from './live-line.ts';
import type { Printable } from './printable.ts';
import type { Reporter } from './reporter.ts';
import { StateLines } from './state-lines.ts';
import { TextReporter } from './text-reporter.ts';

/** What decides on the reporter, besides the streams. */
export interface ReporterOptions {
  readonly json: boolean;
  readonly printable: Printable;
}

/** Chooses the form of the output: JSON when asked for, a live line on a terminal, plain lines everywhere else. */
export function createReporter(io: CommandIo, { json, printable }: ReporterOptions): Reporter {
  if (json) return new JsonReporter({ io, printable });
  const { stdout, stderr, env } = io;
  // A terminal that does not tell its width (0, in some containers) cannot be drawn on.
  const isLive = stdout.isTTY === true && stderr.isTTY === true && env['TERM'] !== 'dumb' && stderr.columns !== 0;
  const display = isLive
    ? new LiveLine({ stream: stderr, colors: hasColors(stderr, env), printable })
    : new StateLines((line) => stderr.write(`${line}\n`), printable);
  return new TextReporter({ io, display, printable });
}
