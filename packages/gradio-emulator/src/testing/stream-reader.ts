/** A whole stream: its text, and whether the connection broke before the proper end. */
export interface StreamText {
  readonly text: string;
  readonly isCut: boolean;
}

/** An open event stream. */
export class StreamReader {
  text = '';
  readonly #abort = new AbortController();
  readonly #response: Promise<Response>;
  #reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  readonly #decoder = new TextDecoder();

  constructor(url: string) {
    this.#response = fetch(url, { signal: this.#abort.signal });
    // A test may leave before it reads.
    this.#response.catch(() => undefined);
  }

  /** Waits for the head of the response. */
  async open(): Promise<void> {
    await this.#response;
  }

  /** Reads on until the text so far contains a piece; false when the stream ends before. */
  async readUntil(piece: string): Promise<boolean> {
    while (!this.text.includes(piece)) if (!(await this.#readChunk())) return false;
    return true;
  }

  /** Reads to the end. */
  async readAll(): Promise<StreamText> {
    try {
      while (await this.#readChunk());
      return { text: this.text, isCut: false };
    } catch {
      return { text: this.text, isCut: true };
    }
  }

  /** Goes away. */
  leave(): void {
    this.#abort.abort();
  }

  async #readChunk(): Promise<boolean> {
    this.#reader ??= (await this.#response).body?.getReader();
    const chunk = await this.#reader?.read();
    if (chunk?.value !== undefined) this.text += this.#decoder.decode(chunk.value, { stream: true });
    return chunk?.done === false;
  }
}

/** Reads a stream to its end. */
export function readStream(url: string): Promise<StreamText> {
  return new StreamReader(url).readAll();
}

/** The messages of a `/queue/data` stream. */
export function streamMessages(text: string): readonly Readonly<Record<string, unknown>>[] {
  return text
    .split('\n\n')
    .filter((frame) => frame !== '')
    .map((frame) => JSON.parse(frame.slice('data: '.length)) as Record<string, unknown>);
}

/** Puts `<id>`, `<hash>` and `<number>` in the place of what differs from run to run. */
export function maskStream(text: string): string {
  return text
    .replace(/\b[0-9a-f]{64}\b/g, '<hash>')
    .replace(/\b[0-9a-f]{32}\b/g, '<id>')
    .replace(/127\.0\.0\.1:\d+/g, '<host>')
    .replace(/"((?:average_)?duration|rank_eta|eta)":\d+\.\d{2,}/g, '"$1":<number>');
}
