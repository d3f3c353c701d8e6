import { styleText } from 'node:util';
import type { Failure } from '../errors/failure.ts';
import type { CommandIo } from '../process/command-io.ts';
import { hasColors } from './has-colors.ts';
import type { Printable } from './printable.ts';
import { writeJsonLine } from './write-json-line.ts';
import { writeLine } from './write-line.ts';

/** How a failure is told. */
export interface FailureStyle {
  /** Whether it is an event on stdout, for programs. */
  readonly json: boolean;
  readonly printable: Printable;
  /** What failed, when it is one of several things: `Picture 2 of 5`. */
  readonly label?: string | undefined;
  /** Further fields of the event. */
  readonly fields?: Readonly<Record<string, unknown>> | undefined;
}

/** Tells a failure: two lines on stderr, what happened and what to do next, or one JSON event on stdout. */
export function writeFailure(failure: Failure, { stdout, stderr, env }: CommandIo, { json, printable, label, fields = {} }: FailureStyle): void {
  const { code, message, retryable, billed, retryAfterMs, problems, nextStep, exitCode, details } = failure;
  if (json) {
    writeJsonLine(stdout, { type: 'error', ...fields, code, message, retryable, billed, retryAfterMs, problems, nextStep, exitCode }, printable);
  } else {
    const first = `${label === undefined ? '' : `${label}: `}${printable(message)}`;
    writeLine(stderr, hasColors(stderr, env) ? styleText('red', first, { validateStream: false }) : first);
    if (nextStep !== undefined) writeLine(stderr, printable(nextStep));
  }
  for (const line of details?.split('\n') ?? []) stderr.write(`${printable(line)}\n`);
}
