import { createParser } from 'eventsource-parser';
import type { BodyChunks, EventStream } from './http.ts';
import { joinPieces } from './join-pieces.ts';
import type { ServerSentEvent } from './server-sent-event.ts';

/** What a stream of events is read under. */
export interface EventTerms {
  /** Largest event, in characters of text. */
  readonly limitBytes: number;
  /** Makes the error for one above it. */
  readonly tooLarge: () => Error;
  /** Told when the first event has come. */
  readonly onFirst?: (() => void) | undefined;
}

/**
 * Frames bytes as server-sent events, whatever pieces they come in.
 *
 * An event that the stream ends in the middle of is given last, marked as not `complete`. An event that passes the limit ends
 * the stream.
 */
export function readEvents(chunks: BodyChunks, { limitBytes, tooLarge, onFirst }: EventTerms): EventStream {
  // Those of one chunk, and how many of them were given; the list is used again for the next chunk.
  const events: ServerSentEvent[] = [];
  let given = 0;
  let hasBegun = false;
  let isOver = false;
  let complete = true;
  const parser = createParser({
    maxBufferSize: limitBytes,
    onEvent: ({ event = '', data }) => events.push({ event, data, complete }),
    onError: ({ type }) => {
      // Unknown fields are ignored, as the specification wants it; only the full buffer ends the stream.
      if (type === 'max-buffer-size-exceeded') throw tooLarge();
    },
  });
  // The parser takes a byte order mark off; were the decoder to do so as well, a second one would go with it.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const pieces = joinPieces((piece) => { parser.feed(decoder.decode(piece, { stream: true })); });
  const take = (): IteratorResult<ServerSentEvent, undefined> | undefined => {
    const value = events[given];
    given += 1;
    return value === undefined ? undefined : { done: false, value };
  };
  const pull = (): Promise<IteratorResult<ServerSentEvent, undefined>> => (isOver ? Promise.resolve(DONE) : chunks.next().then(onChunk));
  const onChunk = ({ done, value }: IteratorResult<Uint8Array, void>): IteratorResult<ServerSentEvent, undefined> | Promise<IteratorResult<ServerSentEvent, undefined>> => {
    events.length = given = 0;
    complete = done !== true;
    isOver = !complete;
    try {
      if (value === undefined) {
        pieces.flush();
        parser.feed(`${decoder.decode()}\n\n`);
      } else {
        pieces.add(value);
      }
    } catch (thrown) {
      void stream.return();
      throw thrown;
    }
    if (!hasBegun && events.length > 0) {
      hasBegun = true;
      onFirst?.();
    }
    return take() ?? pull();
  };
  // Written out, because every promise under an event was felt in the benchmark.
  const stream: EventStream = {
    [Symbol.asyncIterator]: () => stream,
    next: () => {
      const ready = take();
      return ready === undefined ? pull() : Promise.resolve(ready);
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
