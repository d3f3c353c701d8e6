import { ProviderError, type ErrorCode } from '@hypotez/provider-core';

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

/** What to do about a failure of a request that only looks; the command's own advice would lead back to here. */
const ADVICE: Readonly<Partial<Record<ErrorCode, string>>> = {
  network: 'Check the connection of this machine, and --url.',
  timeout: 'Look again later, or wait longer with --timeout.',
  authentication: 'Check HF_TOKEN or --token.',
  not_found: 'Check --url; a private Space answers like this to a missing or wrong token.',
  rate_limit: 'Wait a few minutes; with HF_TOKEN the limits are those of an account.',
  unavailable: 'Wait a little and look again, or use another Space with --url.',
  protocol: 'Check that --url is a Gradio Space; else update hypotez.',
};

/** Makes a finding of a failure. */
export function brokenBy(check: CheckName, { code, message }: ProviderError, advice = ADVICE[code]): Finding {
  return { check, status: 'broken', message, code, advice: advice ?? 'Look again later; if it stays, update hypotez.' };
}

/** Whether something failed that is worth a finding: not the abortion of the command, and no mistake of this program. */
export function isFindable(thrown: unknown): thrown is ProviderError {
  return thrown instanceof ProviderError && thrown.code !== 'aborted';
}
