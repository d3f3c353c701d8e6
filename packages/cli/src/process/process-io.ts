import type { CommandIo } from './command-io.ts';

/** The input and output of this process. */
export function processIo(): CommandIo {
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: process.cwd(),
    signals: process,
    exit: (code) => process.exit(code),
    now: () => new Date(),
  };
}
