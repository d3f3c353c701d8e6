import { EXAMPLE_PNG_BASE64, EXAMPLE_PNG_URL } from '../../images/example-png.ts';
import { chunk, framed, lastChunk } from '../../steps/chunk.ts';
import { drip } from '../../steps/drip.ts';
import { eventStream } from '../../steps/event-stream.ts';
import { flood } from '../../steps/flood.ts';
import { hold } from '../../steps/hold.ts';
import { repeatEvery } from '../../steps/repeat-every.ts';
import { rst } from '../../steps/rst.ts';
import type { Script } from '../../server/step.ts';
import { defineCases } from '../define-cases.ts';
import type { AnswerContext, FaultSetUp } from '../fault-case.ts';

const STREAMS = ['stream', 'queue'] as const;
const LOST = { code: 'job_lost', billed: 'maybe' } as const;

/** A stream that began well: a place in the queue, a step, a preview. */
function begun({ events }: AnswerContext): Script {
  return [eventStream(), chunk(events.queued(1)), chunk(events.progress(1)), chunk(events.preview(EXAMPLE_PNG_URL))];
}

function news(script: (context: AnswerContext) => Script, rest: FaultSetUp = {}): FaultSetUp {
  return { ...rest, answers: { news: script } };
}

/** The whole stream of a job, with text of many bytes a character, in the ways that a specification allows. */
function unusual({ events, server }: AnswerContext): string {
  return `\u{feff}:comment\r\n\r\n${`${events.queued(0)}${events.log('é 漢 🖼')}${events.completed(server)}`.replaceAll('\n', '\r\n')}`;
}

/** Faults of the stream of a job: 37 to 50. */
export const streamFaults = [
  ...defineCases({ fault: 37, title: 'the stream is broken off after a preview', on: ['stream'], setUp: news((context) => [...begun(context), rst()]), expect: { code: 'network', billed: 'maybe' } }),
  ...defineCases({ fault: 37, title: 'the stream is broken off after a preview', on: ['queue'], setUp: news((context) => [...begun(context), rst()]), expect: LOST }),
  ...defineCases({
    fault: 37, title: 'the stream is broken off after a preview', variant: 'failing-over', on: ['stream'],
    setUp: news((context) => [...begun(context), rst()], { onMaybeBilled: true }), expect: { code: 'network', billed: 'maybe', failedOver: true },
  }),
  ...defineCases({
    fault: 37, title: 'the stream is broken off after a preview', variant: 'failing-over', on: ['queue'],
    setUp: news((context) => [...begun(context), rst()], { onMaybeBilled: true }), expect: { ...LOST, failedOver: true },
  }),
  ...defineCases({ fault: 38, title: 'the stream ends without a result', on: STREAMS, setUp: news((context) => [...begun(context), lastChunk()]), expect: LOST }),
  ...defineCases({ fault: 38, title: 'the stream ends without anything', variant: 'empty', on: STREAMS, setUp: news(() => [eventStream(), lastChunk()]), expect: LOST }),
  ...defineCases({
    fault: 39, title: 'the stream ends in the middle of the result', on: STREAMS,
    setUp: news((context) => [...begun(context), chunk(context.events.completed(context.server).slice(0, -20)), lastChunk()]), expect: LOST,
  }),
  ...defineCases({ fault: 40, title: 'the stream falls silent', on: ['stream'], setUp: news((context) => [...begun(context), hold()], { timeouts: { idleMs: 150 } }), expect: { code: 'timeout', phase: 'idle', billed: 'maybe' } }),
  ...defineCases({ fault: 40, title: 'the stream falls silent', on: ['queue'], setUp: news((context) => [...begun(context), hold()], { timeouts: { idleMs: 150 } }), expect: { code: 'timeout', phase: 'idle', billed: 'maybe' } }),
  ...defineCases({ fault: 40, title: 'the stream never begins', variant: 'first-event', on: STREAMS, setUp: news(() => [eventStream(), repeatEvery(20, chunk(':\n\n'))], { timeouts: { firstEventMs: 150 } }), expect: { code: 'timeout', phase: 'first-event', billed: 'maybe' } }),
  ...defineCases({
    fault: 41, title: 'the stream only shows that it is alive', on: STREAMS,
    setUp: news((context) => [...begun(context), repeatEvery(20, chunk(context.events.heartbeat))], { timeouts: { progressMs: 200 } }), expect: { code: 'timeout', phase: 'progress', billed: 'maybe' },
  }),
  ...defineCases({
    fault: 41, title: 'the queue moves slowly', variant: 'moving', on: STREAMS,
    setUp: news(({ events, server }) => [eventStream(), ...positions(8).flatMap((position) => [chunk(events.queued(position)), pause(60)]), chunk(events.completed(server)), lastChunk()], { timeouts: { progressMs: 300 } }),
    expect: { code: 'success', maxMs: 2000 },
  }),
  ...defineCases({ fault: 42, title: 'done, but the connection stays open', on: STREAMS, setUp: news((context) => [...begun(context), chunk(context.events.completed(context.server)), hold()]), expect: { code: 'success' } }),
  ...defineCases({
    fault: 43, title: 'done twice', on: STREAMS,
    setUp: news((context) => [...begun(context), chunk(context.events.completed(context.server)), chunk(context.events.completed(context.server) + context.events.progress(2)), lastChunk()]), expect: { code: 'success' },
  }),
  ...defineCases({ fault: 45, title: 'an event is no JSON', on: ['stream'], setUp: news(({ events }) => [eventStream(), chunk(events.queued(0)), chunk(broken(events.progress(1))), hold()], { timeouts: { idleMs: 300 } }), expect: { code: 'protocol', billed: 'maybe' } }),
  ...defineCases({
    fault: 45, title: 'an event is no JSON', on: ['queue'], setUp: news((context) => [eventStream(), chunk(broken(context.events.progress(1))), chunk(context.events.completed(context.server)), lastChunk()]),
    expect: { code: 'success' }, note: 'progress of a Space can be missed, the result cannot',
  }),
  ...defineCases({ fault: 45, title: 'the result is no JSON', variant: 'result', on: STREAMS, setUp: news((context) => [...begun(context), chunk(broken(context.events.completed(context.server))), lastChunk()]), expect: { code: 'protocol', billed: 'maybe' } }),
  ...defineCases({ fault: 46, title: 'an event that nobody knows', on: STREAMS, setUp: news((context) => [eventStream(), chunk(context.events.unknown), chunk(context.events.completed(context.server)), lastChunk()]), expect: { code: 'success' } }),
  ...defineCases({
    fault: 47, title: 'an event that is too large', on: STREAMS, variant: 'event',
    setUp: news((context) => [eventStream(), chunk(context.events.log('x'.repeat(300_000))), hold()], { limits: { eventBytes: 65_536 } }), expect: { code: 'too_large', billed: 'maybe' },
  }),
  ...defineCases({ fault: 47, title: 'a line without an end', on: STREAMS, variant: 'line', setUp: news(() => [eventStream(), chunk('data: "'), flood(framed('x'.repeat(16_384)))], { limits: { eventBytes: 65_536 } }), expect: { code: 'too_large', billed: 'maybe' } }),
  ...defineCases({
    fault: 48, title: 'byte by byte, with CRLF and a byte order mark', on: STREAMS, setUp: news((context) => [eventStream(), drip(unusual(context), { wrap: framed }), lastChunk()]),
    expect: { code: 'success', says: 'é 漢 🖼', maxMs: 2000 },
  }),
  ...defineCases({
    fault: 49, title: 'bytes that are no UTF-8', variant: 'words', on: STREAMS,
    setUp: news(({ events, server }) => [eventStream(), chunk(damaged(events.log('~bad'))), chunk(events.completed(server)), lastChunk()]), expect: { code: 'success', says: '\u{fffd}bad' },
  }),
  ...defineCases({
    fault: 49, title: 'bytes that are no UTF-8', variant: 'picture', on: STREAMS,
    setUp: news(({ events, server }) => [eventStream(), chunk(damaged(events.completed(server, `data:image/png;base64,~${EXAMPLE_PNG_BASE64}`))), lastChunk()]), expect: { code: 'bad_image', billed: 'yes' },
  }),
  ...([[429, 'rate_limit', 'no'], [451, 'moderation', 'no'], [500, 'unavailable', 'maybe']] as const).flatMap(([status, code, billed]) => defineCases({
    fault: 50, title: 'the stream tells of a failure', variant: status.toString(), on: ['stream'], setUp: news(({ events }) => [eventStream(), chunk(events.queued(0)), chunk(events.failed(status, '\u{1b}[31mno\u{202e}')), lastChunk()]),
    expect: { code, billed, ...(code === 'rate_limit' ? { retried: 2, failedOver: true } : {}) },
  })),
];

function positions(count: number): readonly number[] {
  return Array.from({ length: count }, (_item, index) => count - index);
}

function pause(milliseconds: number) {
  return () => new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Takes the end of the JSON away. */
function broken(event: string): string {
  return `${event.trimEnd().slice(0, -3)}\n\n`;
}

/** Puts a byte that stands in no UTF-8 in the place of `~`. */
function damaged(event: string): Uint8Array {
  return Buffer.from(event.replace('~', '\u{0}')).map((byte) => (byte === 0 ? 0xff : byte));
}
