import { ProviderError, type Billed, type ErrorCode } from '@hypotez/provider-core';
import { json } from '../../steps/answer.ts';
import type { ConformanceCheck } from '../conformance-check.ts';
import { requireThat } from '../require-that.ts';
import { openTrial } from '../trial/open-trial.ts';

interface Refusal {
  readonly status: number;
  readonly code: ErrorCode;
  readonly billed: Billed;
  readonly headers?: Readonly<Record<string, string>>;
  readonly retryAfterMs?: number;
}

const REFUSALS: readonly Refusal[] = [
  { status: 401, code: 'authentication', billed: 'no' },
  { status: 402, code: 'quota_exceeded', billed: 'no' },
  { status: 403, code: 'authentication', billed: 'no' },
  { status: 404, code: 'not_found', billed: 'no' },
  { status: 422, code: 'rejected', billed: 'no' },
  { status: 429, code: 'rate_limit', billed: 'no', headers: { 'retry-after': '7' }, retryAfterMs: 7000 },
  { status: 500, code: 'unavailable', billed: 'maybe' },
  { status: 503, code: 'unavailable', billed: 'no' },
];

const adviceFor = (code: ErrorCode): string => `Call throwForStatus(response, { billable: true, now }) on the answer to the start, or throw the error of the code ${code} yourself.`;

/** What is made of a service that refuses a job. */
export const statusChecks: readonly ConformanceCheck[] = [
  ...REFUSALS.map(({ status, code, billed, headers, retryAfterMs }): ConformanceCheck => ({
    id: `status-${status.toString()}`,
    title: `answers HTTP ${status.toString()} with ${code}${retryAfterMs === undefined ? '' : ', and says when to come back'}`,
    run: async (subject) => {
      await using trial = await openTrial(subject, { answers: { start: () => [json(status, { error: { message: 'refused' } }, headers)] } });
      const { error } = await trial.run();
      const advice = adviceFor(code);
      requireThat(error instanceof ProviderError, `The refusal ended in: ${String(error)}`, advice);
      requireThat(error.code === code, `The code is ${error.code} in the place of ${code}.`, advice);
      requireThat(error.billed === billed, `The error says billed: '${error.billed}' in the place of '${billed}'.`, advice);
      requireThat(error.retryAfterMs === retryAfterMs, `retryAfterMs is ${String(error.retryAfterMs)} in the place of ${String(retryAfterMs)}.`, advice);
    },
  })),
  {
    id: 'moderation',
    title: 'tells that a prompt breaks the rules',
    run: async (subject) => {
      const { start, news } = subject.scenario.moderation ?? { start: [json(451, { error: { message: 'refused' } })] };
      for (const answers of [...(start === undefined ? [] : [{ start: () => start }]), ...(news === undefined ? [] : [{ news: () => news }])]) {
        await using trial = await openTrial(subject, { answers });
        const { error } = await trial.run();
        requireThat(error instanceof ProviderError && error.code === 'moderation', `A prompt against the rules ended in: ${String(error)}`, adviceFor('moderation'));
      }
    },
  },
];
