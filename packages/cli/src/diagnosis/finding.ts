import { ProviderError, type ErrorCode } from '@hypotez/provider-core';
import { nextStep } from '../errors/next-step.ts';

/** What is looked at, in the order in which it is told. */
export type CheckName = 'node' | 'proxy' | 'space' | 'state' | 'signature' | 'token';

/** What one check found. */
export interface Finding {
  readonly check: CheckName;
  /** `note`: works, with something to know; `skipped`: could not be looked at, or there is nothing to look at. */
  readonly status: 'ok' | 'note' | 'skipped' | 'broken';
  readonly message: string;
  /** What the user can do about it. */
  readonly advice?: string | undefined;
  /** Each thing that differs. */
  readonly details?: readonly string[] | undefined;
  /** The kind of error that a run would end with; decides on the exit code of what is broken. */
  readonly code?: ErrorCode | undefined;
}

/**
 * Makes a finding of a failed request.
 *
 * @throws whatever is no `ProviderError`, and the abortion of the whole command.
 */
export function brokenBy(check: CheckName, thrown: unknown, advice?: string): Finding {
  if (!(thrown instanceof ProviderError) || thrown.code === 'aborted') throw thrown;
  const { code, message, retryAfterMs } = thrown;
  return { check, status: 'broken', message, code, advice: advice ?? nextStep(code, { retryAfterMs, problems: [] }) };
}
