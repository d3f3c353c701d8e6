import { answer, hold, type AnswerScript } from '@hypotez/provider-testkit';
import { begun } from './image-cases.ts';
import type { PeerCase } from './peer-case.ts';

/** Long enough for whoever stops at all. */
const STOP_DEADLINE_MS = 2_000;

const held: AnswerScript = (context) => [...begun(context), hold()];

/** The caller stops or leaves. Who stops is told so by an error; who leaves is not, but the connection is to be closed. */
export const leavingCases: readonly PeerCase[] = [
  { title: '62 stopped by the caller before the head', wire: 'images', act: 'abort', setUp: () => ({ answers: { start: () => [hold()] } }), deadlineMs: STOP_DEADLINE_MS },
  {
    title: '62 stopped by the caller while it waits for the next try',
    wire: 'images',
    act: 'abort',
    retries: true,
    setUp: () => ({ answers: { start: () => [answer(429, '{}', { 'retry-after': '5', 'content-type': 'application/json' })] } }),
    deadlineMs: STOP_DEADLINE_MS,
  },
  { title: '62 stopped by the caller in the stream', wire: 'images-stream', act: 'abort', setUp: () => ({ answers: { start: held } }), deadlineMs: STOP_DEADLINE_MS },
  { title: '62 stopped by the caller in the stream (`cancel()`)', wire: 'space', act: 'abort', setUp: () => ({ answers: { stream: held } }), deadlineMs: STOP_DEADLINE_MS },
  ...(['images-stream', 'space'] as const).map((wire): PeerCase => ({
    title: '64 the loop is left',
    wire,
    act: 'leave',
    setUp: () => ({ answers: wire === 'space' ? { stream: held } : { start: held } }),
    tell: ({ report, busySockets, cancels }) => [
      report === undefined ? '**no end**' : `left in ${report.ms.toFixed(0)} ms`,
      busySockets === 0 ? 'stream closed' : '**stream open**',
      ...(wire === 'space' ? [cancels === 0 ? '**job not cancelled**' : 'job cancelled'] : []),
    ].join(', '),
  })),
];
