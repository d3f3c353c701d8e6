import { examplePng } from '../../images/example-png.ts';
import { answer, json } from '../../steps/answer.ts';
import { chunk, lastChunk } from '../../steps/chunk.ts';
import { drip } from '../../steps/drip.ts';
import { eventStream } from '../../steps/event-stream.ts';
import { head } from '../../steps/head.ts';
import { rst } from '../../steps/rst.ts';
import { send } from '../../steps/send.ts';
import { defineCases } from '../define-cases.ts';
import type { AnswerScript } from '../fault-case.ts';

const BY_URL = ['buffered', 'queue'] as const;
const PAID = { billed: 'yes' } as const;
const half = examplePng().subarray(0, 60);
const cut: AnswerScript = () => [head(200, { 'content-length': '93' }), send(half), rst()];
const NOTE = 'the picture is painted and its event was given, so another provider would be paid a second time; the URL stays in the event';

/** Faults of the image itself: 54 to 59. */
export const imageFaults = [
  ...[404, 410].flatMap((status) => defineCases({
    fault: 54, title: 'the image is not there', variant: status.toString(), on: BY_URL, setUp: { clockFactor: 20, answers: { image: () => [answer(status)] } },
    expect: { code: 'not_found', ...PAID, imageRequests: 3, maxMs: 2000 }, note: NOTE,
  })),
  ...defineCases({
    fault: 54, title: 'the image is there a moment later', variant: 'late', on: BY_URL, setUp: { clockFactor: 20, answers: { image: ({ attempt, healthy }) => (attempt === 1 ? [answer(404)] : healthy) } },
    expect: { code: 'success', imageRequests: 2 },
  }),
  ...defineCases({ fault: 55, title: 'the download is broken off', on: BY_URL, setUp: { clockFactor: 20, answers: { image: cut } }, expect: { code: 'network', ...PAID, maxMs: 2000 }, note: NOTE }),
  ...defineCases({
    fault: 55, title: 'the download is broken off once', variant: 'once', on: BY_URL, setUp: { clockFactor: 20, answers: { image: (context) => (context.attempt === 1 ? cut(context) : context.healthy) } },
    expect: { code: 'success', imageRequests: 2 },
  }),
  ...defineCases({
    fault: 56, title: 'the image is cut short, whole by its length', on: BY_URL, setUp: { clockFactor: 20, answers: { image: () => [answer(200, half, { 'content-type': 'image/png' })] } },
    expect: { code: 'bad_image', ...PAID, imageRequests: 3, maxMs: 2000 }, note: NOTE,
  }),
  ...Object.entries({ page: '<!doctype html><p>rate limited', json: '{"error":"no"}', svg: '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', nothing: '' }).flatMap(([variant, body]) => defineCases({
    fault: 57, title: 'what comes is no image', variant, on: BY_URL, setUp: { clockFactor: 20, answers: { image: () => [answer(200, body, { 'content-type': 'image/png' })] } }, expect: { code: 'bad_image', ...PAID, maxMs: 2000 }, note: NOTE,
  })),
  ...defineCases({
    fault: 57, title: 'what comes is no image', variant: 'data-url', on: ['stream', 'queue'],
    setUp: { answers: { news: ({ events, server }) => [eventStream(), chunk(events.completed(server, `data:image/png;base64,${Buffer.from('<html>').toString('base64')}`)), lastChunk()] } }, expect: { code: 'bad_image', ...PAID },
  }),
  ...defineCases({
    fault: 58, title: 'the image comes a byte at a time', on: BY_URL, setUp: { clockFactor: 100, answers: { image: () => [head(200, { 'content-length': '100000' }), drip(Buffer.alloc(100_000), { everyMs: 10 })] } },
    expect: { code: 'timeout', phase: 'throughput', ...PAID, maxMs: 3000 },
  }),
  ...['file:///etc/hostname', 'http://169.254.169.254/latest/meta-data', 'http://10.0.0.1/1.png', 'http://[::1]:80/1.png', 'ftp://127.0.0.1/1.png', 'http://user:password@127.0.0.1/1.png'].flatMap((url, index) => defineCases({
    fault: 59, title: `the image lies at ${url}`, variant: (index + 1).toString(), on: ['buffered'], setUp: { answers: { start: () => [json(200, { image: { url } })] } }, expect: { code: 'unsafe_url', ...PAID, imageRequests: 0 },
  })),
  ...defineCases({
    fault: 59, title: 'the image lies at a foreign address', variant: 'foreign', on: ['stream', 'queue'],
    setUp: { answers: { news: ({ events, server }) => [eventStream(), chunk(events.completed(server, 'http://169.254.169.254/1.png')), lastChunk()] } }, expect: { code: 'unsafe_url', ...PAID },
  }),
  ...defineCases({
    fault: 59, title: 'the image is too large', variant: 'large', setUp: {
      limits: { imageBytes: 1000 },
      answers: {
        image: () => [answer(200, Buffer.concat([examplePng(), Buffer.alloc(2000)]))],
        ...{ news: ({ wire, events, server, healthy }) => (wire.transport === 'stream' ? [eventStream(), chunk(events.completed(server, `data:image/png;base64,${Buffer.alloc(2000).toString('base64')}`)), lastChunk()] : healthy) },
      },
    }, expect: { code: 'too_large', ...PAID },
  }),
];
