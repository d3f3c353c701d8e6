import { ProviderError, type Billed, type ErrorCode } from '@hypotez/provider-core';
import type { Script } from '../../server/step.ts';
import { json } from '../../steps/answer.ts';
import type { ConformanceCheck } from '../conformance-check.ts';
import { requireThat } from '../require-that.ts';
import { openTrial } from '../trial/open-trial.ts';

interface Refusal {
  readonly id: string;
  readonly status: number;
  readonly code: ErrorCode;
  readonly billed: Billed;
  readonly headers?: Readonly<Record<string, string>>;
  readonly retryAfterMs?: number;
}

const REFUSALS: readonly Refusal[] = [
  { id: 'status-401', status: 401, code: 'authentication', billed: 'no' },
  { id: 'status-402', status: 402, code: 'quota_exceeded', billed: 'no' },
  { id: 'status-403', status: 403, code: 'authentication', billed: 'no' },
  { id: 'status-404', status: 404, code: 'not_found', billed: 'no' },
  { id: 'status-422', status: 422, code: 'rejected', billed: 'no' },
  { id: 'status-429', status: 429, code: 'rate_limit', billed: 'no', headers: { 'retry-after': '7' }, retryAfterMs: 7000 },
  { id: 'status-500', status: 500, code: 'unavailable', billed: 'maybe' },
  { id: 'status-503', status: 503, code: 'unavailable', billed: 'no' },
  { id: 'moderation', status: 451, code: 'moderation', billed: 'no' },
];

/** What is made of a service that refuses a job. */
export const statusChecks: readonly ConformanceCheck[] = REFUSALS.map(({ id, status, code, billed, headers, retryAfterMs }) => ({
  id,
  title: id === 'moderation' ? 'tells that a prompt breaks the rules' : `answers HTTP ${status.toString()} with ${code}`,
  run: async (subject) => {
    const refusal: Script = (id === 'moderation' ? subject.scenario.moderation : undefined) ?? [json(status, { error: { message: 'refused' } }, headers)];
    await using trial = await openTrial(subject, { answers: { start: () => refusal } });
    const { error } = await trial.run();
    const advice = `Call throwForStatus(response, { billable: true, now }) on the answer to the start, or throw the error of the code ${code} yourself.`;
    requireThat(error instanceof ProviderError, `The refusal ended in: ${String(error)}`, advice);
    requireThat(error.code === code, `The code is ${error.code} in the place of ${code}.`, advice);
    requireThat(error.billed === billed, `The error says billed: '${error.billed}' in the place of '${billed}'.`, advice);
    requireThat(error.retryAfterMs === retryAfterMs, `retryAfterMs is ${String(error.retryAfterMs)} in the place of ${String(retryAfterMs)}.`, advice);
  },
}));
