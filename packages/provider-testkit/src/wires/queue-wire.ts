import { EXAMPLE_PNG_URL, examplePng } from '../images/example-png.ts';
import type { FaultServer } from '../server/fault-server.ts';
import type { RecordedRequest } from '../server/recorded-request.ts';
import { answer, json } from '../steps/answer.ts';
import { chunk, lastChunk } from '../steps/chunk.ts';
import { eventStream, eventText } from '../steps/event-stream.ts';
import type { Wire, WireEvents } from './wire.ts';

/** Id that the Space gives to every job. */
const EVENT_ID = '0123456789abcdef0123456789abcdef';

/** One message of `/queue/data`. */
export function queueMessage(msg: string, fields: object, eventId: string = EVENT_ID): string {
  return eventText({ msg, event_id: eventId, ...fields });
}

/** What a Gradio Space says on `/queue/data`. */
export const queueEvents: WireEvents = {
  queued: (position) => queueMessage('estimation', { rank: position, queue_size: position + 1, rank_eta: 2 }),
  progress: (step) => queueMessage('progress', { progress_data: [{ index: step, length: 20, unit: 'steps', progress: null, desc: null }] }),
  log: (message) => queueMessage('log', { log: message, level: 'info', duration: 10, visible: true }),
  preview: (url) => queueMessage('process_generating', { output: { data: [{ path: null, url }, 7] }, success: true }),
  completed: (server, url) => queueMessage('process_completed', { output: { data: [url === undefined ? fileOf(server) : { path: null, url }, 7] }, success: true }),
  failed: (_status, message) => queueMessage('process_completed', { output: { error: message, visible: true, title: 'Error' }, success: false }),
  heartbeat: eventText({ msg: 'heartbeat', event_id: null }),
  unknown: queueMessage('weather', { of: 'a later version' }),
};

function fileOf({ url }: Pick<FaultServer, 'url'>): object {
  return { path: '/tmp/gradio/1/image.png', url: `${url}/gradio_api/file=/tmp/gradio/1/image.png`, orig_name: 'image.png', meta: { _type: 'gradio.FileData' } };
}

/** What a Space's function is. */
export interface QueueWireOptions {
  /** Whether it is a generator, which shows the picture before it is finished; by the request that started the job, where functions differ. Default true. */
  readonly previews?: boolean | ((start: RecordedRequest) => boolean) | undefined;
}

/** Makes a Gradio Space whose functions give an image and a seed, whatever their names. */
export function createQueueWire({ previews = true }: QueueWireOptions = {}): Wire {
  return {
    transport: 'queue',
    newsPart: 'stream',
    events: queueEvents,
    partOf: ({ method, path }) => {
      if (method === 'POST' && isStart(path)) return 'start';
      if (method === 'POST' && /\/upload(?:\?|$)/u.test(path)) return 'preparation';
      if (path.includes('/queue/data?')) return 'stream';
      if (path.includes('/file=')) return 'image';
      return path.endsWith('/cancel') ? 'cancel' : undefined;
    },
    answer: (part, server, request) => {
      switch (part) {
        case 'preparation':
          return [json(200, Array.from({ length: filesIn(request) }, (_, index) => `/tmp/gradio/2/input-${index + 1}.png`))];
        case 'start':
          return [json(200, { event_id: EVENT_ID })];
        case 'stream': {
          const start = server.requests.findLast(({ path }) => isStart(path));
          const hasPreviews = typeof previews === 'boolean' ? previews : start !== undefined && previews(start);
          const shown = hasPreviews ? [queueEvents.preview(EXAMPLE_PNG_URL)] : [];
          return [
            eventStream(),
            ...[queueEvents.queued(0), queueEvents.progress(1), ...shown, queueEvents.completed(server)].map((text) => chunk(text)),
            chunk(eventText({ msg: 'close_stream', event_id: null })),
            lastChunk(),
          ];
        }
        case 'image':
          return [answer(200, examplePng(), { 'content-type': 'image/png' })];
        case 'cancel':
          return [json(200, { success: true })];
      }
    },
  };
}

/** A Gradio Space whose function is a generator. */
export const queueWire: Wire = createQueueWire();

function isStart(path: string): boolean {
  return /\/call\/\w+$/u.test(path);
}

function filesIn({ bytes }: RecordedRequest): number {
  return Buffer.from(bytes).toString('latin1').split('name="files"').length - 1;
}
