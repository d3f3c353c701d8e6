import { chunk, defineCases, eventStream, hold, json, lastChunk, queueEvents, queueMessage } from '@hypotez/provider-testkit';

const on = ['queue'] as const;

/** Faults that only a queue with job ids can have: 44, 51, and the words of 50. */
export const queueFaults = [
  ...defineCases({
    fault: 44, title: 'events of another job', on,
    setUp: { answers: { news: ({ server }) => [eventStream(), chunk(queueMessage('process_completed', { output: { data: [{ path: '/tmp/other.png' }] }, success: true }, 'another')), chunk(queueEvents.completed(server)), lastChunk()] } },
    expect: { code: 'success' },
  }),
  ...defineCases({
    fault: 44, title: 'nothing but events of another job', variant: 'only', on,
    setUp: { timeouts: { idleMs: 200 }, answers: { news: () => [eventStream(), chunk(queueMessage('process_completed', { output: { data: [] }, success: true }, 'another')), hold()] } },
    expect: { code: 'timeout', phase: 'idle', billed: 'maybe' },
  }),
  ...defineCases({
    fault: 50, title: 'the queue tells of a failure', variant: 'words', on,
    setUp: { answers: { news: ({ events }) => [eventStream(), chunk(events.queued(0)), chunk(events.failed(500, '\u{1b}[31mno\u{202e}')), lastChunk()] } }, expect: { code: 'response', billed: 'maybe' },
  }),
  ...defineCases({
    fault: 50, title: 'the queue tells of a used-up quota', variant: 'quota', on,
    setUp: { answers: { news: ({ events }) => [eventStream(), chunk(events.failed(429, 'You have exceeded your GPU quota (60s requested vs. 12s left). Try again in 0:13:21')), lastChunk()] } },
    expect: { code: 'quota_exceeded', billed: 'no', failedOver: true },
  }),
  ...defineCases({ fault: 51, title: 'the job has no id', variant: 'missing', on, setUp: { answers: { start: () => [json(200, {})] } }, expect: { code: 'protocol', billed: 'maybe' } }),
  ...defineCases({ fault: 51, title: 'the job has an id that is none', variant: 'strange', on, setUp: { answers: { start: () => [json(200, { event_id: '../../config' })] } }, expect: { code: 'protocol', billed: 'maybe' } }),
];
