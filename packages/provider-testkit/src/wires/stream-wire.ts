import { EXAMPLE_PNG_URL } from '../images/example-png.ts';
import { chunk, lastChunk } from '../steps/chunk.ts';
import { eventStream, eventText } from '../steps/event-stream.ts';
import type { Wire, WireEvents } from './wire.ts';

const events: WireEvents = {
  queued: (position) => eventText({ position }, 'queue'),
  progress: (step) => eventText({ step, steps: 20 }, 'progress'),
  log: (message) => eventText({ message }, 'log'),
  preview: (url) => eventText({ image: { url } }, 'preview'),
  completed: (_server, url = EXAMPLE_PNG_URL) => eventText({ image: { url } }, 'completed'),
  failed: (status, message) => eventText({ status, error: { message } }, 'error'),
  heartbeat: ':alive\n\n',
  unknown: eventText({ of: 'a later version' }, 'weather'),
};

/** The service of `streamPlugin`. */
export const streamWire: Wire = {
  transport: 'stream',
  newsPart: 'start',
  events,
  partOf: ({ method, path }) => (method === 'POST' && path === '/v1/images/stream' ? 'start' : undefined),
  answer: (_part, server) => [
    eventStream(),
    chunk(events.queued(0)),
    chunk(events.progress(1)),
    chunk(events.preview(EXAMPLE_PNG_URL)),
    chunk(events.completed(server)),
    lastChunk(),
  ],
};
