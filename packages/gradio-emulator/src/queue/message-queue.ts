import type { ServerMessage } from '../protocol/server-message.ts';

/** What a reader got: a message, nothing within its time, or the end of the session. */
export type Taken = ServerMessage | 'timeout' | 'closed';

type Reader = (taken: Taken) => void;

/** The buffered messages of one session. Each message goes to one reader only, as in Gradio. */
export class MessageQueue {
  readonly #messages: ServerMessage[] = [];
  readonly #readers: Reader[] = [];
  #closed = false;

  put(message: ServerMessage): void {
    const reader = this.#readers.shift();
    if (reader === undefined) this.#messages.push(message);
    else reader(message);
  }

  /** Waits for the next message, at most `timeoutMs` milliseconds. */
  take(timeoutMs: number): Promise<Taken> {
    const message = this.#messages.shift();
    if (message !== undefined) return Promise.resolve(message);
    if (this.#closed) return Promise.resolve('closed');
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#readers.splice(this.#readers.indexOf(reader), 1);
        resolve('timeout');
      }, timeoutMs);
      const reader: Reader = (taken) => {
        clearTimeout(timer);
        resolve(taken);
      };
      this.#readers.push(reader);
    });
  }

  /** Wakes every reader with `closed`; messages still buffered are lost. */
  close(): void {
    this.#closed = true;
    this.#messages.length = 0;
    for (const reader of this.#readers.splice(0)) reader('closed');
  }
}
