import type { CommandIo } from '../process/command-io.ts';
import { readTerminalAnswer, type TerminalAnswer } from './terminal-answer.ts';

/** Asks for the size of a cell in pixels, then for the device attributes, which every terminal answers. */
const QUESTION = '\u001b[16t\u001b[c';

/** What Ctrl-C is while the terminal does not make a signal of it. */
const CONTROL_C = '\u0003';

/** Characters of an answer; what is typed meanwhile must not grow without end. */
const LONGEST_ANSWER = 1024;

/**
 * Asks the terminal what it can. Without an answer within `timeoutMs` (default 1000), or where stdin is no terminal, it can
 * nothing.
 */
export async function askTerminal({ stdin, stderr, signals }: CommandIo, timeoutMs = 1000): Promise<TerminalAnswer> {
  if (stdin.isTTY !== true || stdin.setRawMode === undefined) return { sixel: false };
  let received = '';
  // Otherwise the answer would be shown as if it had been typed, and be held back until somebody presses Enter.
  stdin.setRawMode(true);
  try {
    return await new Promise<TerminalAnswer>((resolve) => {
      const timer = setTimeout(() => { finish({ sixel: false }); }, timeoutMs);
      const onData = (chunk: Buffer | string): void => {
        received = (received + chunk.toString()).slice(-LONGEST_ANSWER);
        const answer = readTerminalAnswer(received);
        if (received.includes(CONTROL_C)) finish({ sixel: false });
        else if (answer !== undefined) finish(answer);
      };
      const finish = (answer: TerminalAnswer): void => {
        clearTimeout(timer);
        stdin.off('data', onData);
        resolve(answer);
      };
      stdin.on('data', onData);
      stderr.write(QUESTION);
    });
  } finally {
    stdin.setRawMode(false);
    stdin.pause();
    if (received.includes(CONTROL_C)) signals.emit('SIGINT');
  }
}
