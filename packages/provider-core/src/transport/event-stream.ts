import { createParser } from 'eventsource-parser';
import type { Billed } from '../errors/error-code.ts';
import { TooLargeError } from '../errors/too-large-error.ts';
import type { EventStreamLimits } from './http.ts';
import type { ServerSentEvent } from './server-sent-event.ts';

const MEBIBYTE = 1024 * 1024;

/**
 * Frames bytes as server-sent events, whatever pieces they come in.
 *
 * An event that the stream ends in the middle of is given last, marked as not `complete`.
 *
 * @throws {TooLargeError} when one event or the whole stream passes its limit.
 */
export async function* readEvents(
  chunks: AsyncIterable<Uint8Array>,
  { eventBytes = 64 * MEBIBYTE, streamBytes = 512 * MEBIBYTE, billed = 'no' }: EventStreamLimits & { readonly billed?: Billed } = {},
): AsyncGenerator<ServerSentEvent, void, undefined> {
  // Those of one chunk; the list is used again for the next one.
  const events: ServerSentEvent[] = [];
  let complete = true;
  const parser = createParser({
    maxBufferSize: eventBytes,
    onEvent: ({ event = '', data }) => events.push({ event, data, complete }),
    onError: ({ type }) => {
      // Unknown fields are ignored, as the specification wants it; only the full buffer ends the stream.
      if (type === 'max-buffer-size-exceeded') throw new TooLargeError('An event of the stream', eventBytes, { billed });
    },
  });
  const decoder = new TextDecoder();
  let received = 0;
  for await (const chunk of chunks) {
    received += chunk.length;
    if (received > streamBytes) throw new TooLargeError('The event stream', streamBytes, { billed });
    parser.feed(decoder.decode(chunk, { stream: true }));
    // Not `yield*`, which asks a list for its items by way of promises.
    for (const event of events) yield event;
    events.length = 0;
  }
  complete = false;
  parser.feed(`${decoder.decode()}\n\n`);
  for (const event of events) yield event;
}
