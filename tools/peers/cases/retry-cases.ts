import { answer, head, rst, send } from '@hypotez/provider-testkit';
import type { Verdict } from '../judgement/judge.ts';
import type { Observation } from '../judgement/observation.ts';
import type { PeerCase, ServiceSetUp } from './peer-case.ts';

/** Retries as each one has them by itself: how often a job is started that may have to be paid. */
export const retryCases: readonly PeerCase[] = [
  retried('35 an answer is broken off: the job may have been done', () => ({ answers: { start: () => [head(200, { 'content-length': '400' }), send('{"created":1'), rst()] } })),
  retried('26 500: the job may have been done', () => ({ answers: { start: () => [answer(500, '{}', { 'content-type': 'application/json' })] } })),
  retried('23 429: nothing was done', () => ({ answers: { start: () => [answer(429, '{}', { 'content-type': 'application/json' })] } })),
  retried('25 429, `Retry-After: 86400`', () => ({ answers: { start: () => [answer(429, '{}', { 'retry-after': '86400', 'content-type': 'application/json' })] } })),
  {
    title: '60 four pictures, one of which is refused', wire: 'images', n: 4, subjects: ['ai-sdk', 'our-images'],
    setUp: () => ({ answers: { start: ({ attempt, healthy }) => (attempt === 2 ? [answer(400, '{}', { 'content-type': 'application/json' })] : healthy) } }),
    tell: ({ report, starts }, verdict) => `${verdict}, ${(report?.whole ?? 0).toString()} of ${(starts - 1).toString()} paid pictures handed over`,
  },
];

function retried(title: string, setUp: () => ServiceSetUp): PeerCase {
  return { title, wire: 'images', retries: true, setUp, deadlineMs: 20_000, tell: tellStarts };
}

function tellStarts({ starts, report }: Observation, verdict: Verdict): string {
  return `${starts.toString()} ${starts === 1 ? 'start' : 'starts'}, ${verdict}${report === undefined ? '' : ` after ${(report.ms / 1000).toFixed(1)} s`}`;
}
