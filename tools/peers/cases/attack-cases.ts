import { EXAMPLE_PNG_URL, answer, chunk, eventStream, flood, framed, head, json, queueMessage, type AnswerScript } from '@hypotez/provider-testkit';
import { gzipSync } from 'node:zlib';
import type { Verdict } from '../judgement/judge.ts';
import type { Observation } from '../judgement/observation.ts';
import type { PeerCase } from './peer-case.ts';

const MIB = 1024 * 1024;
/** An answer with a picture of 256 MiB, in 256 KiB. */
const bomb = gzipSync(Buffer.concat([Buffer.from('{"created":1,"data":[{"b64_json":"'), Buffer.alloc(256 * MIB, 'A'), Buffer.from('"}]}')]));
const floodOf = (bytes: string): ReturnType<typeof flood> => flood(framed(bytes), 1024 * MIB);
const endlessError: AnswerScript = () => [head(500, { 'content-type': 'text/plain', 'transfer-encoding': 'chunked' }), floodOf('x'.repeat(256 * 1024))];
const endlessLine: AnswerScript = () => [eventStream(), chunk('data: "'), flood(framed('x'.repeat(256 * 1024)), 300 * MIB)];
/** A preview, and then an event of 1 MiB again and again: another one, or, where previews come as differences to the one before, a step. */
const events: AnswerScript = ({ wire, events: texts }) => [
  eventStream(),
  chunk(texts.preview(EXAMPLE_PNG_URL)),
  floodOf(wire.transport === 'stream' ? texts.preview('A'.repeat(MIB)) : queueMessage('progress', { progress_data: [{ index: 1, length: 20, unit: 'steps', progress: null, desc: 'A'.repeat(MIB) }] })),
];

/** Nobody's own timers end a flood sooner, and whoever does not end it at all is watched for so long. */
const flooded = { hasOwnTimers: true, deadlineMs: 30_000 } as const;

/** A server that wants the memory or the terminal of its client. */
export const attackCases: readonly PeerCase[] = [
  {
    title: '36 a compressed answer of 256 KiB that becomes 256 MiB', wire: 'images', ...flooded, tell: tellMemory,
    setUp: () => ({ answers: { start: () => [answer(200, bomb, { 'content-type': 'application/json', 'content-encoding': 'gzip' })] } }),
  },
  { title: '28 an error whose text never ends, as fast as it is taken', wire: 'images', ...flooded, tell: tellMemory, setUp: () => ({ answers: { start: endlessError } }) },
  { title: '47 a line of 300 MiB without an end', wire: 'images-stream', ...flooded, tell: tellMemory, setUp: () => ({ answers: { start: endlessLine } }) },
  { title: '66 the caller takes the first event of 1025, of 1 MiB each', wire: 'images-stream', act: 'unread', hasOwnTimers: true, deadlineMs: 12_000, tell: tellPulled, setUp: () => ({ answers: { start: events } }) },
  { title: '28 an error whose text never ends, as fast as it is taken', wire: 'space', ...flooded, tell: tellMemory, setUp: () => ({ answers: { start: endlessError } }) },
  { title: '47 a line of 300 MiB without an end', wire: 'space', ...flooded, tell: tellMemory, setUp: () => ({ answers: { stream: endlessLine } }) },
  { title: '66 the caller takes the first event of 1025, of 1 MiB each', wire: 'space', act: 'unread', hasOwnTimers: true, deadlineMs: 12_000, tell: tellPulled, setUp: () => ({ answers: { stream: events } }) },
  {
    title: '50 a text that moves the terminal, in an error', wire: 'images', tell: tellEscape,
    setUp: () => ({ answers: { start: () => [json(400, { error: { message: 'no\u001b[2J\u001b]0;owned\u0007' } })] } }),
  },
  {
    title: '50 a text that moves the terminal, in the stream', wire: 'images-stream', tell: tellEscape,
    setUp: () => ({ answers: { start: ({ events }) => [eventStream(), chunk(events.failed(500, 'no\u001b[2J'))] } }),
  },
  {
    title: '50 a text that moves the terminal, in the stream', wire: 'space', tell: tellEscape,
    setUp: () => ({ answers: { stream: ({ events }) => [eventStream(), chunk(events.failed(500, 'no\u001b[2J'))] } }),
  },
];

/** Whoever takes all of it has not failed: it is what the server sent. */
function tellMemory(observation: Observation, verdict: Verdict): string {
  return `${verdict === 'image' || verdict === 'false success' ? 'taken whole' : verdict}, ${tellPulled(observation)}`;
}

function tellPulled({ peakBytes, pulledBytes }: Observation): string {
  return `+${(peakBytes / MIB).toFixed(0)} MiB, ${(pulledBytes / MIB).toFixed(1)} MiB taken`;
}

function tellEscape({ report }: Observation, verdict: Verdict): string {
  return report === undefined ? verdict : report.hasEscape ? '**passed on**' : 'taken out';
}
