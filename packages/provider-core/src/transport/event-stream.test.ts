import { describe, expect, it } from 'vitest';
import { readEvents } from './event-stream.ts';
import type { ServerSentEvent } from './server-sent-event.ts';

const encoder = new TextEncoder();
/** Above every event here. */
const TERMS = { limitBytes: 2_000_000, tooLarge: () => new Error('too large') };

async function* pieces(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array, void, undefined> {
  yield* chunks;
}

/** The events of a text that comes in one piece. */
async function eventsOf(text: string | readonly Uint8Array[]): Promise<ServerSentEvent[]> {
  const events: ServerSentEvent[] = [];
  for await (const event of readEvents(pieces(typeof text === 'string' ? [encoder.encode(text)] : text), TERMS)) events.push(event);
  return events;
}

const whole = (data: string, event = ''): ServerSentEvent => ({ event, data, complete: true });

describe('readEvents', () => {
  it.each<[string, string, ServerSentEvent[]]>([
    ['one event', 'data: hello\n\n', [whole('hello')]],
    ['an event with a name', 'event: generating\ndata: [1]\n\n', [whole('[1]', 'generating')]],
    ['several data lines', 'data: a\ndata:\ndata: b\n\n', [whole('a\n\nb')]],
    ['one blank behind the colon only', 'data:  a\n\ndata:b\n\n', [whole(' a'), whole('b')]],
    ['a byte order mark', '\uFEFFdata: a\n\n', [whole('a')]],
    ['a second byte order mark, which is none', '\uFEFF\uFEFFdata: a\n\ndata: b\n\n', [whole('b')]],
    ['comments', ': keep-alive\n\n:\ndata: a\n: in the middle\n\n', [whole('a')]],
    ['unknown fields, ids and waiting times', 'id: 5\nretry: 1000\nfoo: bar\nnonsense\ndata: a\n\n', [whole('a')]],
    ['an event without data', 'event: ping\n\ndata: a\n\n', [whole('a')]],
    ['a name that holds for one event only', 'event: x\ndata: a\n\ndata: b\n\n', [whole('a', 'x'), whole('b')]],
    ['CR LF', 'data: a\r\ndata: b\r\n\r\n', [whole('a\nb')]],
    ['CR alone', 'data: a\rdata: b\r\r', [whole('a\nb')]],
    ['an empty stream', '', []],
    ['comments alone', ': a\n\n: b\n\n', []],
  ])('understands %s', async (_what, text, events) => {
    expect(await eventsOf(text)).toEqual(events);
  });

  it.each([
    ['in the middle of a line', 'data: a\n\ndata: {"ha', 'event', '{"ha'],
    ['before its blank line', 'data: a\n\nevent: x\ndata: b\n', 'x', 'b'],
    ['in the middle of a character', 'data: a\n\ndata: é', 'event', '\uFFFD'],
  ])('marks an event that ends %s as unfinished', async (_where, text, _event, data) => {
    const bytes = encoder.encode(text);
    const events = await eventsOf([data === '\uFFFD' ? bytes.slice(0, -1) : bytes]);
    expect(events[0]).toEqual(whole('a'));
    expect(events[1]).toMatchObject({ data, complete: false });
    expect(events).toHaveLength(2);
  });

  it('gives an event before the next piece comes', async () => {
    let asked = 0;
    const chunks = async function* (): AsyncGenerator<Uint8Array, void, undefined> {
      asked += 1;
      yield encoder.encode('data: a\n\n');
      asked += 1;
      yield encoder.encode('data: b\n\n');
    };
    const events = readEvents(chunks(), TERMS);
    expect((await events.next()).value).toEqual(whole('a'));
    expect(asked).toBe(1);
    await events.return();
  });

  it('never takes the beginning of an event for the whole', async () => {
    const text = 'event: complete\r\ndata: {"a":1}\r\n\r\n';
    for (let length = 0; length < text.length - 1; length += 1) {
      const events = await eventsOf(text.slice(0, length));
      expect(events.filter(({ complete }) => complete), `${length} characters`).toEqual([]);
    }
  });

  it('is done with 250 KB that come byte by byte', async () => {
    const bytes = encoder.encode(`data: ${'x'.repeat(250_000)}\n\n`);
    const events = await eventsOf(Array.from(bytes, (_byte, index) => bytes.subarray(index, index + 1)));
    expect(events.map(({ data }) => data.length)).toEqual([250_000]);
  });
});
