import { EXAMPLE_PNG_BASE64, chunk, eventStream, eventText, json, lastChunk, type FaultServer, type RequestPart, type Wire, type WireEvents } from '@hypotez/provider-testkit';

const partOf: Wire['partOf'] = ({ method, path }) => (method === 'POST' && path === '/v1/images/generations' ? 'start' : undefined);

/** The images of OpenAI's wire as one answer: JSON with the picture as base64. */
export const imagesWire: Wire = {
  transport: 'buffered',
  newsPart: 'start',
  partOf,
  answer: () => [json(200, { created: 1, data: [{ b64_json: EXAMPLE_PNG_BASE64 }] })],
};

const events: WireEvents = {
  // There is no queue and no log on this wire.
  queued: (position) => `: ${position.toString()} waiting\n\n`,
  log: (message) => `: ${message}\n\n`,
  progress: (step) => imageEvent('partial_image', EXAMPLE_PNG_BASE64, { partial_image_index: step }),
  preview: (url) => imageEvent('partial_image', base64Of(url), { partial_image_index: 0 }),
  completed: (_server: FaultServer, url = EXAMPLE_PNG_BASE64) => imageEvent('completed', base64Of(url), {}),
  failed: (status, message) => eventText({ type: 'error', error: { type: 'server_error', code: status.toString(), message, param: null } }, 'error'),
  heartbeat: ': alive\n\n',
  unknown: eventText({ type: 'image_generation.weather', of: 'a later version' }, 'image_generation.weather'),
};

/** The same as a stream of events: partial pictures, then the whole one. */
export const imagesStreamWire: Wire = {
  transport: 'stream',
  newsPart: 'start',
  events,
  partOf,
  answer: (_part: RequestPart, server) => [eventStream(), chunk(events.progress(0)), chunk(events.completed(server)), lastChunk()],
};

function imageEvent(kind: 'partial_image' | 'completed', base64: string, fields: object): string {
  const type = `image_generation.${kind}`;
  return eventText({ type, b64_json: base64, created_at: 1, size: '1024x1024', quality: 'high', background: 'opaque', output_format: 'png', ...fields }, type);
}

function base64Of(url: string): string {
  return url.slice(url.indexOf(',') + 1);
}
