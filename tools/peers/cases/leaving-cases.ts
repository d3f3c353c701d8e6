import { answer, chunk, createBarrier, eventText, hold, lastChunk, queueMessage, waitFor, type AnswerScript, type Script } from '@hypotez/provider-testkit';
import type { Observation } from '../judgement/observation.ts';
import { begun } from './image-cases.ts';
import type { PeerCase, ServiceSetUp } from './peer-case.ts';

/** Long enough for whoever stops at all. */
const STOP_DEADLINE_MS = 2_000;

const held: AnswerScript = (context) => [...begun(context), hold()];

/** The caller stops or leaves: these are no faults, so they are told and not judged. */
export const leavingCases: readonly PeerCase[] = [
  stopped('before the head', 'images', () => ({ answers: { start: () => [hold()] } })),
  {
    ...stopped('while it waits for the next try', 'images', () => ({ answers: { start: () => [answer(429, '{}', { 'retry-after': '5', 'content-type': 'application/json' })] } })),
    retries: true,
  },
  stopped('in the stream', 'images-stream', () => ({ answers: { start: held } })),
  stopped('in the stream, for `@gradio/client` by `cancel()`', 'space', cancellableSpace),
  stopped('the same, and the Space does not answer to it', 'space', () => ({ answers: { stream: held, cancel: () => [hold()] } })),
  { title: '64 the loop is left', wire: 'images-stream', act: 'leave', setUp: () => ({ answers: { start: held } }), tell: tellLeft },
  {
    title: '64 the loop is left', wire: 'space', act: 'leave', setUp: () => ({ answers: { stream: held } }),
    tell: (observation) => `${tellLeft(observation)}, ${observation.cancels === 0 ? '**job not cancelled**' : 'job cancelled'}`,
  },
];

function stopped(when: string, wire: PeerCase['wire'], setUp: () => ServiceSetUp): PeerCase {
  return { title: `62 stopped by the caller: ${when}`, wire, act: 'abort', setUp, deadlineMs: STOP_DEADLINE_MS, tell: tellStop };
}

/** A Space that ends a job when it is cancelled as Gradio does: with a result that holds nothing. */
function cancellableSpace(): ServiceSetUp {
  const cancelled = createBarrier();
  const ending: Script = [chunk(queueMessage('process_completed', { output: {}, success: true, title: null })), chunk(eventText({ msg: 'close_stream', event_id: null })), lastChunk()];
  return {
    answers: {
      stream: (context) => [...begun(context), waitFor(cancelled.reached), ...ending],
      cancel: ({ healthy }) => [() => { cancelled.open(); }, ...healthy],
    },
  };
}

function tellStop({ report }: Observation): string {
  if (report === undefined) return '**no end** within 2 s';
  const end = report.ending === 'returned' ? 'ends as if done' : report.ending === 'event' ? 'untyped: an event' : `${report.isTyped ? 'typed' : 'untyped'}: \`${report.name}\``;
  return `${end}, ${report.ms.toFixed(0)} ms`;
}

function tellLeft({ report, busySockets }: Observation): string {
  return `${report === undefined ? '**no end**' : `left in ${report.ms.toFixed(0)} ms`}, ${busySockets === 0 ? 'stream closed' : '**stream open**'}`;
}
