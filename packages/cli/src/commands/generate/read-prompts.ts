import { createInterface } from 'node:readline';
import { UsageError } from '../../errors/usage-error.ts';
import type { Reporter } from '../../output/reporter.ts';
import type { CommandIo } from '../../process/command-io.ts';

/** A prompt, and where it stands. */
export interface PromptLine {
  readonly prompt: string;
  /** Line of stdin, from 1; missing for a prompt of the command line. */
  readonly line?: number | undefined;
}

/**
 * Reads prompts from stdin as they come, one a line; blank lines are passed over. Ends early when the signal says so.
 *
 * @throws {UsageError} at the end, when there was none.
 */
export async function* readPrompts({ stdin }: CommandIo, reporter: Reporter, signal: AbortSignal): AsyncGenerator<PromptLine, void, undefined> {
  if (stdin.isTTY === true) reporter.notice('Type one prompt a line; Ctrl-D ends.');
  const lines = createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY, signal });
  let line = 0;
  let found = 0;
  try {
    for await (const text of lines) {
      if (signal.aborted) return;
      line += 1;
      const prompt = text.trim();
      if (prompt === '') continue;
      found += 1;
      yield { prompt, line };
    }
    if (found === 0 && !signal.aborted) throw new UsageError('stdin holds no prompt.');
  } finally {
    // Lets go of stdin: a pipe that stays open must not keep the command alive.
    lines.close();
  }
}
