import { inspect } from 'node:util';
import { InvalidRequestError, ProviderError, type Billed, type ErrorCode, type RequestProblem } from '@hypotez/provider-core';
import { describeProblems } from './describe-problems.ts';
import { EXIT_CODES, OWN_EXIT_CODES } from './exit-codes.ts';
import { InputError } from './input-error.ts';
import { nextStep } from './next-step.ts';
import { OutputError } from './output-error.ts';
import { UsageError } from './usage-error.ts';

/** Why there is no picture, ready to be told. */
export interface Failure {
  /** A code of core, or one of the command's own four. */
  readonly code: ErrorCode | 'usage' | 'input' | 'output' | 'internal';
  readonly message: string;
  /** What the user can do about it. */
  readonly nextStep?: string | undefined;
  readonly exitCode: number;
  /** Whether the same command may succeed later. */
  readonly retryable: boolean;
  /** Whether the work may have been charged. */
  readonly billed: Billed;
  /** Milliseconds to wait, when the provider named them. */
  readonly retryAfterMs?: number | undefined;
  /** What is wrong with the request. */
  readonly problems: readonly RequestProblem[];
  /** The error with its stack, when it was asked for. */
  readonly details?: string | undefined;
}

/** What is known besides the error. */
export interface FailureContext {
  /** Name of the command that was given, if there is one. */
  readonly command?: string | undefined;
  /** Exit code of the signal that ended the run. */
  readonly interruptedWith?: number | undefined;
  /** Whether the stack is wanted. */
  readonly debug: boolean;
}

/** Makes a failure of whatever was thrown. */
export function describeFailure(thrown: unknown, { command, interruptedWith, debug }: FailureContext): Failure {
  const details = debug ? inspect(thrown, { depth: 4 }) : undefined;
  const own = { retryable: false, billed: 'no', problems: [], details } as const;
  if (thrown instanceof ProviderError) return { ...ofProvider(thrown, interruptedWith), details };
  if (thrown instanceof UsageError) {
    return { ...own, code: 'usage', message: thrown.message, exitCode: OWN_EXIT_CODES.usage, nextStep: `See "${['hypotez', ...(command === undefined ? [] : [command]), '--help'].join(' ')}".` };
  }
  if (thrown instanceof InputError) {
    return { ...own, code: 'input', message: thrown.message, exitCode: OWN_EXIT_CODES.input, nextStep: thrown.advice };
  }
  if (thrown instanceof OutputError) {
    const { message, billed, hint } = thrown;
    const advice = ['Choose another --output.', hint].filter((text) => text !== undefined).join(' ');
    return { ...own, code: 'output', message, billed, exitCode: OWN_EXIT_CODES.output, nextStep: advice };
  }
  return {
    ...own,
    code: 'internal',
    message: `Unexpected failure: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
    exitCode: OWN_EXIT_CODES.internal,
    nextStep: 'Run it with HYPOTEZ_DEBUG=1 and report what it prints.',
  };
}

function ofProvider(error: ProviderError, interruptedWith: number | undefined): Failure {
  const { code, retryable, billed, retryAfterMs } = error;
  const problems = error instanceof InvalidRequestError ? error.problems : [];
  const charged = billed === 'no' ? '' : ` The work ${billed === 'yes' ? 'was' : 'may have been'} charged.`;
  return {
    code,
    message: problems.length === 0 ? error.message : describeProblems(problems),
    nextStep: `${nextStep(code, { retryAfterMs, retryable, billed, problems })}${charged}`,
    exitCode: code === 'aborted' ? (interruptedWith ?? EXIT_CODES.aborted) : EXIT_CODES[code],
    retryable,
    billed,
    retryAfterMs,
    problems,
  };
}
