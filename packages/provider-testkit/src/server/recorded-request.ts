/** A request as it came over the wire. */
export interface RecordedRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** By name in lower case; of a repeated header the last one. */
  readonly headers: Readonly<Record<string, string>>;
  /** Request line and headers to the letter. */
  readonly head: string;
  /** The body as UTF-8 text. */
  readonly body: string;
  /** The body as it came, for files in it. */
  readonly bytes: Uint8Array;
  /** When it was there as a whole, by `performance.now()`. */
  readonly receivedMs: number;
  /** On which connection it came, from 1. */
  readonly connection: number;
}
