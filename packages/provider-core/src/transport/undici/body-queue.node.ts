import type { Dispatcher } from 'undici';
import type { BodyReader } from '../runtime-network.ts';

/** Bytes that may wait for a reader before the connection is told to pause. */
const FULL_BYTES = 64 * 1024;

const DONE: ReadableStreamReadDoneResult<Uint8Array> = { done: true, value: undefined };

// Made once: a stack trace for every body that is let go of was felt in the benchmark.
const LET_GO = new Error('Nobody reads the rest of the answer.');

/** Someone who waits for the next piece. */
interface Waiting {
  readonly resolve: (result: ReadableStreamReadResult<Uint8Array>) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The body of an answer between the connection, which pushes, and its reader, who pulls.
 *
 * When 64 KiB wait for the reader, the connection pauses, and so, over TCP, does the server.
 */
export class BodyQueue implements BodyReader {
  readonly #controller: Dispatcher.DispatchController;
  readonly #pieces: Uint8Array[] = [];
  #bytes = 0;
  #waiting: Waiting | undefined;
  #isOver = false;
  #failure: Error | undefined;

  constructor(controller: Dispatcher.DispatchController) {
    this.#controller = controller;
  }

  /** Takes a piece from the connection. */
  push(piece: Uint8Array): void {
    if (this.#isOver) return;
    if (this.#waiting !== undefined) {
      this.#waiting.resolve({ done: false, value: piece });
      this.#waiting = undefined;
      return;
    }
    this.#pieces.push(piece);
    this.#bytes += piece.length;
    if (this.#bytes >= FULL_BYTES) this.#controller.pause();
  }

  /** Takes note of the end, for an error if the body broke off; what came before it can still be read. */
  end(failure?: Error): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#failure = failure;
    if (failure === undefined) this.#waiting?.resolve(DONE);
    else this.#waiting?.reject(failure);
    this.#waiting = undefined;
  }

  read(): Promise<ReadableStreamReadResult<Uint8Array>> {
    const value = this.#pieces.shift();
    if (value === undefined) {
      if (this.#failure !== undefined) return Promise.reject(this.#failure);
      return this.#isOver ? Promise.resolve(DONE) : new Promise((resolve, reject) => (this.#waiting = { resolve, reject }));
    }
    this.#bytes -= value.length;
    if (this.#controller.paused && this.#bytes < FULL_BYTES) this.#controller.resume();
    return Promise.resolve({ done: false, value });
  }

  cancel(): void {
    this.#pieces.length = 0;
    this.#failure = undefined;
    this.end();
    this.#controller.abort(LET_GO);
  }
}
