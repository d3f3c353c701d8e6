import { AbortedError } from '../errors/aborted-error.ts';
import { ProtocolError } from '../errors/protocol-error.ts';
import type { ProviderError } from '../errors/provider-error.ts';
import { TooLargeError } from '../errors/too-large-error.ts';
import { parseJson } from '../json/parse-json.ts';
import { readEvents } from './event-stream.ts';
import type { Exchange } from './exchange.ts';
import type { BodyChunks, HttpResponse } from './http.ts';
import type { Answer, BodyReader } from './runtime-network.ts';

const MEBIBYTE = 1024 * 1024;

/** Longest time for reading the rest of a body that nobody waits for, in milliseconds. */
const REST_MS = 250;

const DONE: IteratorResult<Uint8Array, undefined> = { done: true, value: undefined };

// Made once: an abort without a reason makes an error with a stack trace, which took a twelfth of a run's time.
const CLOSED = new AbortedError('The body was closed before its end.');

/** Wraps a response so that its body is read under the idle timer and the limits, and always closed. */
export function openResponse({ status, headers, body: reader }: Answer, url: URL, exchange: Exchange, idleTimeoutMs: number): HttpResponse {
  const { clock, host, billed, signal, abort, release, giveUp, fail } = exchange;
  let isOver = false;
  /** When the read that waits has waited too long; infinite while none does: a slow consumer is not a silent server. */
  let dueAt = Infinity;
  let stopTimer: (() => void) | undefined;
  let received = 0;
  let limit = Infinity;
  // The signal alone does not end the body for sure: between it and the body stands a Request, which Node holds only
  // weakly, so that after a garbage collection an abort may reach nobody.
  signal.addEventListener('abort', () => {
    stopTimer?.();
    reader?.cancel();
  }, { once: true });
  /** Notes that the body was read to its end or is let go of; tells whether that is news: nothing is closed a second time. */
  const end = (): boolean => {
    const isNews = !isOver;
    isOver = true;
    stopTimer?.();
    release();
    return isNews;
  };
  // One timer for many reads, since a timer for each took more than the reading itself: it looks what is due when it goes off.
  const watch = (): void => {
    const leftMs = dueAt - clock.now();
    stopTimer = leftMs > 0 && leftMs < Infinity ? clock.schedule(watch, leftMs) : undefined;
    if (leftMs <= 0) giveUp('idle', idleTimeoutMs);
  };
  const cancel = (): void => {
    if (end()) abort(CLOSED);
  };
  const failed = (thrown: unknown): ProviderError => {
    dueAt = Infinity;
    end();
    return fail(thrown);
  };
  const onRead = (result: ReadableStreamReadResult<Uint8Array>): IteratorResult<Uint8Array, undefined> => {
    // A body that was cancelled ends as if it were whole.
    if (signal.aborted) throw failed(signal.reason);
    dueAt = Infinity;
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
      if (received > limit) return Promise.reject(failed(new TooLargeError(`The answer of ${host}`, limit, { billed })));
      if (reader === undefined) return Promise.resolve(onRead({ done: true, value: undefined }));
      dueAt = clock.now() + idleTimeoutMs;
      if (stopTimer === undefined) watch();
      return reader.read().then(onRead, onFailure);
    },
    return: () => {
      cancel();
      return Promise.resolve(DONE);
    },
  };
  const chunks = (limitBytes = Infinity): BodyChunks => {
    limit = limitBytes;
    return iterator;
  };
  const bytes = async (limitBytes = 100 * MEBIBYTE): Promise<Uint8Array> => {
    const parts: Uint8Array[] = [];
    const before = received;
    for await (const part of chunks(limitBytes)) parts.push(part);
    const whole = new Uint8Array(received - before);
    let offset = 0;
    for (const part of parts) {
      whole.set(part, offset);
      offset += part.length;
    }
    return whole;
  };
  const text = async (limitBytes = 64 * MEBIBYTE): Promise<string> => new TextDecoder().decode(await bytes(limitBytes));
  return {
    status,
    ok: status >= 200 && status <= 299,
    url: url.href,
    headers,
    chunks,
    bytes,
    text,
    json: async (limitBytes) => {
      const value = parseJson(await text(limitBytes));
      // The text is not repeated: a server may echo the prompt in it.
      if (value === undefined) throw new ProtocolError(`${host} answered with something that is not JSON.`, { billed });
      return value;
    },
    events: ({ eventBytes = 64 * MEBIBYTE, streamBytes = 512 * MEBIBYTE } = {}) => readEvents(chunks(streamBytes), eventBytes, billed),
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
