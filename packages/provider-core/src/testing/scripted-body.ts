import { createHttpOver } from '../transport/create-http.ts';
import type { Http } from '../transport/http.ts';
import type { ManualClock } from './manual-clock.ts';

/** A body whose pieces the test hands in, so that it knows when each of them was read. */
export interface ScriptedBody {
  readonly http: Http;
  /** Hands in the next piece; `undefined` is the end. */
  readonly give: (piece: Uint8Array | undefined) => Promise<void>;
  readonly seen: { cancelled: number };
}

/** Makes a transport whose one answer has such a body. Where time or bytes are counted exactly, a socket would add its own. */
export function scriptedBody(clock: ManualClock, { headers = {}, status = 200 }: { readonly headers?: Record<string, string>; readonly status?: number } = {}): ScriptedBody {
  const seen = { cancelled: 0 };
  const waiting: ((result: ReadableStreamReadResult<Uint8Array>) => void)[] = [];
  const body = {
    read: () => new Promise<ReadableStreamReadResult<Uint8Array>>((resolve) => { waiting.push(resolve); }),
    cancel: () => {
      seen.cancelled += 1;
      for (const resolve of waiting.splice(0)) resolve({ done: true, value: undefined });
    },
  };
  const http = createHttpOver({
    wayThrough: () => (_url, { onConnected }) => {
      onConnected();
      return Promise.resolve({ status, headers: new Headers(headers), body });
    },
    close: () => Promise.resolve(),
  }, { clock });
  return {
    http,
    seen,
    give: async (piece) => {
      while (waiting.length === 0) await new Promise((resolve) => setImmediate(resolve));
      waiting.shift()?.(piece === undefined ? { done: true, value: undefined } : { done: false, value: piece });
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
