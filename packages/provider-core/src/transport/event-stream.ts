import { createParser } from 'eventsource-parser';
import type { Billed } from '../errors/error-code.ts';
import { TooLargeError } from '../errors/too-large-error.ts';
import type { ServerSentEvent } from './server-sent-event.ts';

/**
 * Frames bytes as server-sent events, whatever pieces they come in.
 *
 * An event that the stream ends in the middle of is given last, marked as not `complete`.
 *
 * @param limitBytes largest event, in characters of text.
 * @param billed what an event above it may have cost.
 * @throws {TooLargeError} when one event passes the limit.
 */
export async function* readEvents(chunks: AsyncIterable<Uint8Array>, limitBytes: number, billed: Billed): AsyncGenerator<ServerSentEvent, void, undefined> {
  // Those of one chunk; the list is used again for the next one.
  const events: ServerSentEvent[] = [];
  let complete = true;
  const parser = createParser({
    maxBufferSize: limitBytes,
    onEvent: ({ event = '', data }) => events.push({ event, data, complete }),
    onError: ({ type }) => {
      // Unknown fields are ignored, as the specification wants it; only the full buffer ends the stream.
      if (type === 'max-buffer-size-exceeded') throw new TooLargeError('An event of the stream', limitBytes, { billed });
    },
  });
  const decoder = new TextDecoder();
  for await (const chunk of chunks) {
    parser.feed(decoder.decode(chunk, { stream: true }));
    // Not `yield*`, which asks a list for its items by way of promises.
    for (const event of events) yield event;
    events.length = 0;
  }
  complete = false;
  parser.feed(`${decoder.decode()}\n\n`);
  for (const event of events) yield event;
}
