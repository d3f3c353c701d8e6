import type { Settings } from '../configuration/settings.ts';
import type { CommandIo } from '../process/command-io.ts';
import { createPictureRenderer } from '../terminal/create-picture-renderer.ts';
import { hasColors } from './has-colors.ts';
import { JsonReporter } from './json-reporter.ts';
import { LiveDisplay } from './live-display.ts';
import type { Printable } from './printable.ts';
import { QuietReporter } from './quiet-reporter.ts';
import type { Reporter } from './reporter.ts';
import { StateLines } from './state-lines.ts';
import { TextReporter } from './text-reporter.ts';

/** What decides on the reporter, besides the streams. */
export interface ReporterOptions {
  readonly format: 'text' | 'quiet' | 'json';
  readonly printable: Printable;
  readonly settings: Settings;
  /** Whether stdin is read for something else than the answers of a terminal. */
  readonly readsStdin: boolean;
  /** Whether unfinished pictures were asked for. */
  readonly preview: boolean;
}

/**
 * Chooses the form of the output: JSON or silence when asked for, a live block on a terminal, plain lines everywhere else.
 *
 * @throws {UsageError} when `HYPOTEZ_IMAGES` is wrong.
 */
export async function createReporter(io: CommandIo, options: ReporterOptions): Promise<Reporter> {
  const { format, printable } = options;
  if (format === 'json') return new JsonReporter({ io, printable });
  if (format === 'quiet') return new QuietReporter({ io, printable });
  const { stdout, stderr, env } = io;
  // A terminal that does not tell its width (0, in some containers) cannot be drawn on.
  const isLive = stdout.isTTY === true && stderr.isTTY === true && env['TERM'] !== 'dumb' && stderr.columns !== 0;
  if (isLive) return liveReporter(io, options);
  return new TextReporter({ io, display: new StateLines((line) => stderr.write(`${line}\n`), printable), printable });
}

async function liveReporter(io: CommandIo, { printable, settings, readsStdin, preview }: ReporterOptions): Promise<Reporter> {
  const { stderr, env } = io;
  const ability = await createPictureRenderer(io, settings, readsStdin);
  const renderer = 'renderer' in ability ? ability.renderer : undefined;
  // xterm is the one that cuts lines off instead.
  const reflows = (env['XTERM_VERSION'] ?? '') === '';
  const display = new LiveDisplay({ stream: stderr, colors: hasColors(stderr, env), printable, reflows, renderer });
  const reporter = new TextReporter({ io, display, printable });
  if (preview && 'reason' in ability) reporter.notice(ability.reason);
  return reporter;
}
