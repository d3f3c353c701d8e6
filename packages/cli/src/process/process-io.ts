import type { CommandIo } from './command-io.ts';

/** The input and output of this process. */
export function processIo(): CommandIo {
  return {
    // Made at the first use only: a stdin that somebody else holds is left alone.
    get stdin() {
      return process.stdin;
    },
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: process.cwd(),
    signals: process,
    exit: (code) => process.exit(code),
    now: () => new Date(),
  };
}
