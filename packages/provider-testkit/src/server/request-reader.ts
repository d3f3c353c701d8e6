import type { Socket } from 'node:net';
import type { RecordedRequest } from './recorded-request.ts';

const HEAD_END = '\r\n\r\n';

/** Reads the requests of a connection one after another, whatever is done with the connection in the meantime. */
export class RequestReader {
  readonly #number: number;
  #buffer = Buffer.alloc(0);
  #isEnded = false;
  #wake: () => void = () => undefined;

  constructor(socket: Socket, number: number) {
    this.#number = number;
    // Flowing all the time: a connection that nobody reads does not notice that its other end is gone.
    socket.on('data', (bytes: Buffer) => {
      this.#buffer = Buffer.concat([this.#buffer, bytes]);
      this.#wake();
    });
    socket.once('close', () => {
      this.#isEnded = true;
      this.#wake();
    });
  }

  /** The next request as a whole; nothing when the client is gone. */
  async next(): Promise<RecordedRequest | undefined> {
    const headEnd = await this.#find(HEAD_END, 0);
    if (headEnd === undefined) return undefined;
    const head = this.#take(headEnd + HEAD_END.length).toString('latin1');
    const [requestLine = '', ...lines] = head.slice(0, headEnd).split('\r\n');
    const [method = '', path = ''] = requestLine.split(' ');
    const headers = Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]));
    const bytes = headers['transfer-encoding'] === 'chunked' ? await this.#chunks() : await this.#bytes(Number(headers['content-length'] ?? 0));
    return bytes === undefined ? undefined : { method, path, headers, head, bytes, body: bytes.toString('utf8'), connection: this.#number, receivedMs: performance.now() };
  }

  async #chunks(): Promise<Buffer | undefined> {
    const chunks: Buffer[] = [];
    for (;;) {
      const lineEnd = await this.#find('\r\n', 0);
      if (lineEnd === undefined) return undefined;
      const length = Number.parseInt(this.#take(lineEnd + 2).toString('latin1'), 16);
      const bytes = await this.#bytes(length + 2);
      if (bytes === undefined) return undefined;
      if (length === 0) return Buffer.concat(chunks);
      chunks.push(bytes.subarray(0, length));
    }
  }

  async #bytes(count: number): Promise<Buffer | undefined> {
    while (this.#buffer.length < count) if (!(await this.#more())) return undefined;
    return this.#take(count);
  }

  async #find(text: string, from: number): Promise<number | undefined> {
    for (;;) {
      const index = this.#buffer.indexOf(text, from, 'latin1');
      if (index >= 0) return index;
      if (!(await this.#more())) return undefined;
    }
  }

  #take(count: number): Buffer {
    const taken = this.#buffer.subarray(0, count);
    this.#buffer = this.#buffer.subarray(count);
    return taken;
  }

  async #more(): Promise<boolean> {
    if (this.#isEnded) return false;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    return true;
  }
}
