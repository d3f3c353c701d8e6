import { createParser } from 'eventsource-parser';
import type { Billed } from '../errors/error-code.ts';
import { TooLargeError } from '../errors/too-large-error.ts';
import type { BodyChunks, EventStream } from './http.ts';
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
export function readEvents(chunks: BodyChunks, limitBytes: number, billed: Billed): EventStream {
  // Those of one chunk, and how many of them were given; the list is used again for the next chunk.
  const events: ServerSentEvent[] = [];
  let given = 0;
  let isOver = false;
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
  const frame = ({ done, value }: IteratorResult<Uint8Array, void>): void => {
    events.length = given = 0;
    complete = done !== true;
    isOver = !complete;
    parser.feed(value === undefined ? `${decoder.decode()}\n\n` : decoder.decode(value, { stream: true }));
  };
  // Written out, because an async generator under every event was felt in the benchmark.
  const stream: EventStream = {
    [Symbol.asyncIterator]: () => stream,
    next: async () => {
      try {
        while (given === events.length && !isOver) frame(await chunks.next());
      } catch (thrown) {
        void stream.return();
        throw thrown;
      }
      const value = events[given];
      given += 1;
      return value === undefined ? DONE : { done: false, value };
    },
    return: async () => {
      isOver = true;
      events.length = 0;
      await chunks.return();
      return DONE;
    },
  };
  return stream;
}

const DONE: IteratorResult<ServerSentEvent, undefined> = { done: true, value: undefined };
