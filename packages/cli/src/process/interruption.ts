import { AbortedError } from '@hypotez/provider-core';
import { OWN_EXIT_CODES } from '../errors/exit-codes.ts';
import type { CommandIo } from './command-io.ts';

/** The ways in which the run can be ended from outside. */
export interface Interruption {
  /** Ends the run. */
  readonly signal: AbortSignal;
  /** The exit code of what ended it; `undefined` while nothing did. */
  readonly exitCode: number | undefined;
  /** Listens no more, unless a signal came: then a second one still leaves at once. */
  stop(): void;
}

/**
 * Turns Ctrl-C, SIGTERM and a reader of stdout who went away into the abortion of the run.
 *
 * The first signal aborts; the second leaves at once.
 */
export function watchInterruption({ signals, stdout, stderr, exit }: CommandIo): Interruption {
  const controller = new AbortController();
  let exitCode: number | undefined;
  const end = (code: number, message: string): void => {
    exitCode = code;
    controller.abort(new AbortedError(message));
  };
  const onSignal = (code: number, message: string) => (): void => {
    if (exitCode === undefined) end(code, message);
    else exit(code);
  };
  const onInterrupt = onSignal(OWN_EXIT_CODES.interrupted, 'Stopped by Ctrl-C.');
  const onTerminate = onSignal(OWN_EXIT_CODES.terminated, 'Stopped by SIGTERM.');
  signals.on('SIGINT', onInterrupt);
  signals.on('SIGTERM', onTerminate);
  // These two stay: a late error of a closed pipe must not bring the process down with a stack trace.
  stdout.on('error', () => {
    if (exitCode === undefined) end(OWN_EXIT_CODES.pipeClosed, 'The reader of stdout went away.');
  });
  stderr.on('error', () => undefined);
  return {
    signal: controller.signal,
    get exitCode() {
      return exitCode;
    },
    stop: () => {
      // After a first signal the second one is still listened for: taken off, a handler may swallow the signal that is on
      // its way to it, and neither it nor the default would end the process.
      if (exitCode !== undefined) return;
      signals.off('SIGINT', onInterrupt);
      signals.off('SIGTERM', onTerminate);
    },
  };
}
