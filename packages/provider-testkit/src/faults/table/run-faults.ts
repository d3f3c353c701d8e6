import { EXAMPLE_PNG_URL } from '../../images/example-png.ts';
import { answer } from '../../steps/answer.ts';
import { chunk, framed, lastChunk } from '../../steps/chunk.ts';
import { eventStream } from '../../steps/event-stream.ts';
import { flood } from '../../steps/flood.ts';
import { hold } from '../../steps/hold.ts';
import { rst } from '../../steps/rst.ts';
import { defineCases } from '../define-cases.ts';
import type { AnswerScript } from '../fault-case.ts';

const STREAMS = ['stream', 'queue'] as const;
const begun: AnswerScript = ({ events }) => [eventStream(), chunk(events.queued(1)), chunk(events.progress(1)), chunk(events.preview(EXAMPLE_PNG_URL)), hold()];
const waiting: AnswerScript = ({ events }) => [eventStream(), chunk(events.queued(3)), hold()];
const ABORTED = { code: 'aborted', maxMs: 1000 } as const;

/** What callers do, and what goes on around a run: 52, 53 and 60 to 71. */
export const runFaults = [
  ...defineCases({
    fault: 52, title: 'all connections die between two runs', setUp: { act: 'run twice, cut between' },
    expect: { code: 'success', requestsSeen: 2 }, note: 'a job has a session and a stream of its own, so there is no session that could die',
  }),
  ...defineCases({
    fault: 53, title: 'two runs at once, one of which is broken off', setUp: { act: 'run two together', answers: { start: ({ attempt, healthy }) => (attempt === 1 ? [rst()] : healthy) } },
    expect: { code: 'network', billed: 'maybe', requestsSeen: 2 },
  }),
  ...defineCases({
    fault: 60, title: 'one of four images fails', setUp: { act: 'ask for four', answers: { start: ({ attempt, healthy }) => (attempt === 2 ? [answer(400)] : healthy) } },
    expect: { code: 'missing_images', billed: 'no', requestsSeen: 4 },
  }),
  ...defineCases({ fault: 61, title: 'aborted before the start', setUp: { act: 'abort before start' }, expect: { ...ABORTED, requestsSeen: 0 } }),
  ...defineCases({ fault: 62, title: 'aborted while connecting', variant: 'connecting', setUp: { act: 'abort while connecting', place: 'black hole' }, expect: { ...ABORTED, requestsSeen: 0 }, but: { queue: { tidyMs: 4000 } }, note: 'a Space is asked to cancel a start that may have come through; after three seconds that is given up' }),
  ...defineCases({ fault: 62, title: 'aborted before the head', variant: 'headers', setUp: { act: 'abort before headers', answers: { start: () => [hold()] } }, expect: { ...ABORTED, billed: 'maybe' } }),
  ...defineCases({ fault: 62, title: 'aborted in the stream', variant: 'stream', on: STREAMS, setUp: { act: 'abort in stream', answers: { news: begun } }, expect: { ...ABORTED, billed: 'maybe' } }),
  ...defineCases({ fault: 62, title: 'aborted in the queue', variant: 'queue', on: STREAMS, setUp: { act: 'abort in queue', answers: { news: waiting } }, expect: { ...ABORTED, billed: 'maybe' } }),
  ...defineCases({ fault: 62, title: 'aborted in the download', variant: 'download', on: ['buffered', 'queue'], setUp: { act: 'abort in download', answers: { image: () => [hold()] } }, expect: { ...ABORTED, billed: 'yes' } }),
  ...defineCases({ fault: 62, title: 'aborted in the wait before the next try', variant: 'back-off', setUp: { act: 'abort in back-off', answers: { start: () => [answer(429, '', { 'retry-after': '30' })] } }, expect: { ...ABORTED, retried: 1, requestsSeen: 1 }, note: 'the next try is announced before the wait' }),
  ...defineCases({ fault: 62, title: 'aborted while it waits for its turn', variant: 'slot', setUp: { act: 'abort in slot', answers: { start: () => [hold()] } }, expect: ABORTED }),
  ...defineCases({ fault: 63, title: 'aborted after the image', setUp: { act: 'abort after completion' }, expect: { code: 'success' } }),
  ...(['break', 'return', 'throw'] as const).flatMap((act) => defineCases({
    fault: act === 'throw' ? 67 : 64, title: act === 'throw' ? 'the loop throws' : `the loop is left by ${act}`, variant: act, on: STREAMS, setUp: { act, answers: { news: begun } }, expect: { code: 'left' },
  })),
  ...defineCases({ fault: 64, title: 'the loop is left by break', variant: 'break', on: ['buffered'], setUp: { act: 'break', answers: { start: () => [hold()] } }, expect: { code: 'left', requestsSeen: 0 }, note: 'left at its first event, before the job was sent' }),
  ...defineCases({ fault: 65, title: 'the run is dropped', on: STREAMS, setUp: { act: 'drop', answers: { news: begun }, timeouts: { totalMs: 300 } }, expect: { code: 'left' } }),
  ...defineCases({
    fault: 66, title: 'the caller never reads on', on: STREAMS,
    setUp: { act: 'never read', answers: { news: ({ events }) => [eventStream(), chunk(events.queued(0)), flood(framed(events.log('x'.repeat(100_000))), 256 * 1024 * 1024)] } },
    expect: { code: 'left', maxMs: 2000 },
  }),
  ...([
    ['throws a text', { code: 'plugin', billed: 'maybe' }],
    ['throws when made', { code: 'plugin', billed: 'no', failedOver: true }],
    ['ends without an image', { code: 'plugin', billed: 'maybe' }],
    ['never ends', { code: 'timeout', phase: 'total', billed: 'maybe' }],
    ['fails after its image', { code: 'success' }],
  ] as const).flatMap(([plugin, expect]) => defineCases({
    fault: 68, title: `a plugin ${plugin}`, variant: plugin.replaceAll(' ', '-'), on: ['buffered'], setUp: { plugin, timeouts: { totalMs: 200 } }, expect: { ...expect, requestsSeen: 0 },
  })),
  ...defineCases({
    fault: 69, title: 'all providers fail', setUp: { company: 'others fail', answers: { start: () => [answer(503)] } },
    expect: { code: 'all_providers_failed', billed: 'no', retried: 2, failedOver: true, requestsSeen: 3 },
  }),
  ...(['date forward', 'date back'] as const).flatMap((act) => defineCases({
    fault: 70, title: 'the clock is set by a day', variant: act.replace(' ', '-'), setUp: { act }, expect: { code: 'success' },
    note: 'timers are monotonic; a machine that slept lets each fire once, as late as it woke',
  })),
  ...defineCases({
    fault: 72, title: 'no file can be opened any more', setUp: { act: 'run out of files' }, expect: { code: 'network', billed: 'no', requestsSeen: 0 },
    note: 'a code of its own would change nothing for an application; what a retry needs is loaded at the first failure, which is not possible then',
  }),
  ...defineCases({ fault: 43, title: 'bytes after the end of the stream', variant: 'trailing', on: STREAMS, setUp: { answers: { news: ({ events, server }) => [eventStream(), chunk(events.completed(server)), lastChunk(), chunk(events.progress(3))] } }, expect: { code: 'success' } }),
];
