import { setTimeout as delay } from 'node:timers/promises';
import type { Step } from '../server/step.ts';

/** How slowly bytes are sent. */
export interface DripOptions {
  /** Bytes at a time. Default 1. */
  readonly size?: number;
  /** Milliseconds between two pieces. Default 0: each piece in a turn of the event loop of its own. */
  readonly everyMs?: number;
  /** Puts something around each piece, such as the frame of a chunk. Default: nothing. */
  readonly wrap?: (piece: Uint8Array) => Uint8Array;
}

/** Sends bytes in small pieces, each in a packet of its own. */
export function drip(bytes: string | Uint8Array, { size = 1, everyMs = 0, wrap = (piece) => piece }: DripOptions = {}): Step {
  return async (connection) => {
    const content = Buffer.from(bytes);
    connection.socket.setNoDelay(true);
    for (let start = 0; start < content.length && !connection.isClosed(); start += size) {
      await connection.write(wrap(content.subarray(start, start + size)));
      // A timer of the loop in the background does not keep a test's process alive.
      if (everyMs > 0) await Promise.race([connection.closed, delay(everyMs, undefined, { ref: false })]);
      else await new Promise((resolve) => setImmediate(resolve));
    }
  };
}
