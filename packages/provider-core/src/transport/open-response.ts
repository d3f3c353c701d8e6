import { AbortedError } from '../errors/aborted-error.ts';
import type { Billed } from '../errors/error-code.ts';
import { ProtocolError } from '../errors/protocol-error.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import { TooLargeError } from '../errors/too-large-error.ts';
import type { Clock } from '../services/clock.ts';
import { readEvents } from './event-stream.ts';
import type { BodyChunks, HttpResponse } from './http.ts';

const MEBIBYTE = 1024 * 1024;

/** A response whose head has come, and everything that ends with its body. */
export interface OpenResponse {
  readonly response: Response;
  readonly url: URL;
  readonly controller: AbortController;
  readonly clock: Clock;
  readonly idleTimeoutMs: number;
  /** Whether a failure may have been charged. */
  readonly billable: boolean;
  /** Lets go of the caller's signal. */
  readonly release: () => void;
  /** Makes a typed error of what a read threw. */
  readonly failure: (thrown: unknown) => Error;
}

/** Wraps a response so that its body is read under the idle timer and the limits, and always closed. */
export function openResponse(open: OpenResponse): HttpResponse {
  const { response, url, controller, billable } = open;
  const billed = billable ? 'maybe' : 'no';
  const reader = response.body?.getReader();
  const body: BodyState = { isOver: false };
  // The signal alone does not end the body for sure: between it and the body stands a Request, which Node holds only
  // weakly, so that after a garbage collection an abort may reach nobody.
  controller.signal.addEventListener('abort', () => void reader?.cancel().catch(() => undefined), { once: true });
  const chunks = (): BodyChunks => readChunks(open, reader, body);
  const bytes = async (limitBytes = 100 * MEBIBYTE): Promise<Uint8Array> => joined(chunks(), limitBytes, { url, billed });
  const text = async (limitBytes = 64 * MEBIBYTE): Promise<string> => new TextDecoder().decode(await bytes(limitBytes));
  return {
    status: response.status,
    ok: response.ok,
    url: url.href,
    headers: response.headers,
    chunks,
    bytes,
    text,
    json: async (limitBytes) => parseJson(await text(limitBytes), { url, billed }),
    events: (limits) => readEvents(chunks(), { ...limits, billed }),
    cancel: () => {
      if (!body.isOver) close(open);
    },
    finish: () => {
      if (body.isOver) return;
      body.isOver = true;
      open.release();
      void readRest(open, reader);
    },
  };
}

type BodyReader = ReadableStreamDefaultReader<Uint8Array>;

/** Whether a body was read to its end or let go of; from then on nothing closes it a second time. */
interface BodyState {
  isOver: boolean;
}

/** The chunks of a body. Written out, because one more async generator under every event was felt in the benchmark. */
function readChunks(open: OpenResponse, reader: BodyReader | undefined, body: BodyState): BodyChunks {
  const { controller, clock, idleTimeoutMs, failure, billable } = open;
  const end = (isRead: boolean): void => {
    if (body.isOver) return;
    body.isOver = true;
    if (isRead) open.release();
    else close(open);
  };
  const onIdle = (): void => {
    controller.abort(new TimeoutError('idle', idleTimeoutMs, { billed: billable ? 'maybe' : 'no' }));
  };
  const next = async (): Promise<IteratorResult<Uint8Array, undefined>> => {
    if (body.isOver) return DONE;
    // The timer runs only while a read is waiting: a slow consumer is not a silent server.
    const stopTimer = clock.schedule(onIdle, idleTimeoutMs);
    try {
      const result = reader === undefined ? DONE : await reader.read();
      // A body that was cancelled ends as if it were whole.
      controller.signal.throwIfAborted();
      if (result.done !== true) return result;
      end(true);
      return DONE;
    } catch (thrown) {
      const error = failure(thrown);
      end(false);
      throw error;
    } finally {
      stopTimer();
    }
  };
  const leave = (): Promise<IteratorResult<Uint8Array, undefined>> => {
    end(false);
    return Promise.resolve(DONE);
  };
  const chunks: BodyChunks = { next, return: leave, [Symbol.asyncIterator]: () => chunks };
  return chunks;
}

const DONE: IteratorResult<Uint8Array, undefined> = { done: true, value: undefined };

// Made once: an abort without a reason makes an error with a stack trace, which took a twelfth of a run's time.
const CLOSED = new AbortedError('The body was closed before its end.');

/** Closes the connection. */
function close({ controller, release }: OpenResponse): void {
  release();
  controller.abort(CLOSED);
}

/** Longest time for reading the rest of a body that nobody waits for, in milliseconds. */
const REST_MS = 250;

async function readRest(open: OpenResponse, reader: BodyReader | undefined): Promise<void> {
  const stopTimer = open.clock.schedule(() => {
    close(open);
  }, REST_MS);
  try {
    while (reader !== undefined && !(await reader.read()).done);
  } catch {
    // The connection is gone, which is as good.
  } finally {
    stopTimer();
  }
}

/** What an error of a body says. */
interface Source {
  readonly url: URL;
  readonly billed: Billed;
}

async function joined(chunks: AsyncIterable<Uint8Array>, limitBytes: number, { url, billed }: Source): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.byteLength;
    if (length > limitBytes) throw new TooLargeError(`The answer of ${url.host}`, limitBytes, { billed });
    parts.push(chunk);
  }
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return first;
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.byteLength;
  }
  return whole;
}

function parseJson(text: string, { url, billed }: Source): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    // The text is not repeated: a server may echo the prompt in it.
    throw new ProtocolError(`${url.host} answered with something that is not JSON.`, { billed });
  }
}
