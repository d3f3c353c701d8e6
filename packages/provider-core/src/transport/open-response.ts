import { AbortedError } from '../errors/aborted-error.ts';
import { ProtocolError } from '../errors/protocol-error.ts';
import type { ProviderError } from '../errors/provider-error.ts';
import { TooLargeError } from '../errors/too-large-error.ts';
import { parseJson } from '../json/parse-json.ts';
import type { Timeouts } from '../services/timeouts.ts';
import { startBodyTimers } from './body-timers.ts';
import { readEvents } from './event-stream.ts';
import type { Exchange } from './exchange.ts';
import { announcedBytes, gatherBytes } from './gather-bytes.ts';
import type { BodyChunks, HttpRequest, HttpResponse } from './http.ts';
import type { Limits } from './limits.ts';
import type { Answer, BodyReader } from './runtime-network.ts';

/** Longest time for reading the rest of a body that nobody waits for, in milliseconds. */
const REST_MS = 250;

/** Time over which the least speed of a body is measured, in milliseconds. */
const THROUGHPUT_MS = 30_000;

const DONE: IteratorResult<Uint8Array, undefined> = { done: true, value: undefined };

// Made once: an abort without a reason makes an error with a stack trace, which took a twelfth of a run's time.
const CLOSED = new AbortedError('The body was closed before its end.');

/** What a body is read under. */
export interface BodyTerms extends Pick<HttpRequest, 'minimumBytesPerSecond'>, Pick<Timeouts, 'idleMs' | 'firstEventMs'> {
  readonly limits: Limits;
}

/** Wraps an answer so that its body is read under the timers and the limits, and always closed. */
export function openResponse({ status, headers, body: reader }: Answer, url: URL, exchange: Exchange, terms: BodyTerms): HttpResponse {
  const { clock, host, billed, signal, abort, release, giveUp, fail } = exchange;
  const { idleMs, firstEventMs, minimumBytesPerSecond, limits } = terms;
  let isOver = false;
  let received = 0;
  let limit: number | undefined;
  let limitName: keyof Limits | undefined;
  const timers = startBodyTimers(clock, idleMs, giveUp);
  // The signal alone does not end the body for sure: between it and the body stands a Request, which Node holds only
  // weakly, so that after a garbage collection an abort may reach nobody.
  signal.addEventListener('abort', () => {
    timers.stop();
    reader?.cancel();
  }, { once: true });
  /** Notes that the body was read to its end or is let go of; tells whether that is news: nothing is closed a second time. */
  const end = (): boolean => {
    const isNews = !isOver;
    isOver = true;
    timers.stop();
    release();
    return isNews;
  };
  const cancel = (): void => {
    if (end()) abort(CLOSED);
  };
  const failed = (thrown: unknown): ProviderError => {
    end();
    return fail(thrown);
  };
  const tooLarge = (limitBytes: number): ProviderError => failed(new TooLargeError(`The answer of ${host}`, limitBytes, { billed, limit: limitName }));
  const onRead = (result: ReadableStreamReadResult<Uint8Array>): IteratorResult<Uint8Array, undefined> => {
    // A body that was cancelled ends as if it were whole.
    if (signal.aborted) throw failed(signal.reason);
    timers.pause();
    if (result.done) {
      end();
      return DONE;
    }
    received += result.value.length;
    return result;
  };
  const onFailure = (thrown: unknown): never => {
    throw failed(thrown);
  };
  // Written out, because every promise under an event was felt in the benchmark.
  const iterator: BodyChunks = {
    [Symbol.asyncIterator]: () => iterator,
    next: () => {
      if (isOver) return Promise.resolve(DONE);
      if (limit !== undefined && received > limit) return Promise.reject(tooLarge(limit));
      if (reader === undefined) return Promise.resolve(onRead({ done: true, value: undefined }));
      timers.wait();
      return reader.read().then(onRead, onFailure);
    },
    return: () => {
      cancel();
      return Promise.resolve(DONE);
    },
  };
  /** The pieces up to a limit: the one that the caller names, else the transport's own of that name. */
  const upTo = (limitBytes: number | undefined, name: keyof Limits): BodyChunks => {
    limit = limitBytes ?? limits[name];
    limitName = limitBytes === undefined ? name : undefined;
    return iterator;
  };
  const whole = (limitBytes: number | undefined, name: keyof Limits): Promise<Uint8Array> => {
    const chunks = upTo(limitBytes, name);
    if (minimumBytesPerSecond !== undefined) {
      let before = received;
      const mayGoOn = (): boolean => {
        const isFast = received - before >= minimumBytesPerSecond * THROUGHPUT_MS / 1000;
        before = received;
        return isFast;
      };
      timers.expect({ phase: 'throughput', timeoutMs: THROUGHPUT_MS, mayGoOn });
    }
    return gatherBytes(chunks, announcedBytes(headers, limitBytes ?? limits[name]));
  };
  const text = async (limitBytes?: number): Promise<string> => new TextDecoder().decode(await whole(limitBytes, 'jsonBytes'));
  return {
    status,
    ok: status >= 200 && status <= 299,
    url: url.href,
    headers,
    limits,
    chunks: (limitBytes, timeoutMs) => {
      limit = limitBytes;
      if (timeoutMs !== undefined) timers.expect({ phase: 'total', timeoutMs });
      return iterator;
    },
    bytes: (limitBytes) => whole(limitBytes, 'imageBytes'),
    text,
    json: async (limitBytes) => {
      const value = parseJson(await text(limitBytes));
      // The text is not repeated: a server may echo the prompt in it.
      if (value === undefined) throw new ProtocolError(`${host} answered with something that is not JSON.`, { billed });
      return value;
    },
    events: ({ eventBytes, streamBytes, firstEventTimeoutMs = firstEventMs } = {}) => {
      timers.expect({ phase: 'first-event', timeoutMs: firstEventTimeoutMs });
      const limitBytes = eventBytes ?? limits.eventBytes;
      return readEvents(upTo(streamBytes, 'streamBytes'), {
        limitBytes,
        tooLarge: () => new TooLargeError('An event of the stream', limitBytes, { billed, limit: eventBytes === undefined ? 'eventBytes' : undefined }),
        onFirst: () => { timers.expect(undefined); },
      });
    },
    cancel,
    finish: () => {
      if (end()) void readRest(reader, clock.schedule(() => {
        abort(CLOSED);
      }, REST_MS));
    },
  };
}

async function readRest(reader: BodyReader | undefined, stopTimer: () => void): Promise<void> {
  try {
    while ((await reader?.read())?.done === false);
  } catch {
    // The connection is gone, which is as good.
  } finally {
    stopTimer();
  }
}
