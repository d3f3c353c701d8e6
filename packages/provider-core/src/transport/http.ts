import type { Credential } from './credential.ts';
import type { Limits } from './limits.ts';
import type { ResponseHeaders, Zone } from './runtime-network.ts';
import type { ServerSentEvent } from './server-sent-event.ts';

/** One request through the transport. */
export interface HttpRequest {
  /** Absolute `http:` or `https:` URL. */
  readonly url: string | URL;
  /** Default `GET`. */
  readonly method?: 'GET' | 'POST' | undefined;
  /** Sent as a JSON body. */
  readonly json?: unknown;
  /**
   * Sent as `multipart/form-data` by a POST, instead of `json`; the transport writes content type and boundary. The bytes are
   * held in memory until the answer begins.
   */
  readonly form?: FormData | undefined;
  /** Headers that are no secret; secrets belong into `credential`. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Secret header, attached only where the URL is of its origin. */
  readonly credential?: Credential | undefined;
  /** Proxy URL: `http:`, `https:` or `socks5:`. */
  readonly proxy?: string | undefined;
  /** Who named the URL: `configured` is the application, `public` a server. Default `configured`. */
  readonly zone?: Zone | undefined;
  /** Ends the request and the reading of its answer. */
  readonly signal?: AbortSignal | undefined;
  /** Says that the server may charge for this request: a failure after it was sent is then `billed: 'maybe'`. */
  readonly billable?: boolean | undefined;
  /** Longest wait for a connection, in milliseconds; each redirect has its own. Default: `connectMs` of the transport, 10000. */
  readonly connectTimeoutMs?: number | undefined;
  /**
   * Longest wait for the answer's head once there is a connection, in milliseconds; a body adds a second for each whole 64 KiB,
   * which is time to send it. Default: `headersMs` of the transport, 60000.
   */
  readonly headersTimeoutMs?: number | undefined;
  /** Longest silence inside the answer's body, in milliseconds. Default: `idleMs` of the transport, 60000. */
  readonly idleTimeoutMs?: number | undefined;
  /** Least speed of a body that is read as a whole, in the mean of 30 s each. Default: none. */
  readonly minimumBytesPerSecond?: number | undefined;
}

/**
 * The answer of a server. The body is read once, by one of the methods; whoever does not read it calls `cancel`.
 *
 * @throws {TooLargeError} by the reading methods when the body passes their limit, counted after decompression.
 * @throws {TimeoutError} when the body falls silent, comes too slowly, or brings no event in time.
 * @throws {NetworkError} when the connection breaks.
 */
export interface HttpResponse {
  readonly status: number;
  /** Whether the status is 200 to 299. */
  readonly ok: boolean;
  /** Where the answer came from, after redirects. */
  readonly url: string;
  readonly headers: ResponseHeaders;
  /** What may be taken of it, as the transport was told. */
  readonly limits: Limits;
  /**
   * The body as it comes in. Leaving the loop closes the connection.
   *
   * @param limitBytes default none; the piece that passes it is still given.
   * @param timeoutMs longest time from the first read to the end, in milliseconds; default none.
   */
  chunks(limitBytes?: number, timeoutMs?: number): BodyChunks;
  /** The whole body; default limit `imageBytes`, 100 MiB. */
  bytes(limitBytes?: number): Promise<Uint8Array>;
  /** The whole body as UTF-8 text; default limit `jsonBytes`, 64 MiB. */
  text(limitBytes?: number): Promise<string>;
  /** The whole body as JSON; default limit `jsonBytes`, 64 MiB. @throws {ProtocolError} when it is not JSON. */
  json(limitBytes?: number): Promise<unknown>;
  /** The body as server-sent events. Leaving the loop closes the connection. */
  events(limits?: EventStreamLimits): EventStream;
  /** Closes the connection without reading the rest. */
  cancel(): void;
  /**
   * Lets go of a body whose rest is known not to matter: it is read to its end in the background, for at most 250 ms, so that
   * the next request can use the connection, and then closed. The request's signal no longer ends it.
   */
  finish(): void;
}

/** The pieces of a body, in order. Can be gone over once; leaving the loop closes the connection. */
export interface BodyChunks extends AsyncIterableIterator<Uint8Array, void, undefined> {
  return(): Promise<IteratorResult<Uint8Array, void>>;
}

/** The events of a body, in order. Can be gone over once; leaving the loop closes the connection. */
export interface EventStream extends AsyncIterableIterator<ServerSentEvent, void, undefined> {
  return(): Promise<IteratorResult<ServerSentEvent, void>>;
}

/** Limits of an event stream. */
export interface EventStreamLimits {
  /** Characters of one event. Default: that of the transport, 64 MiB, above every legitimate image. */
  readonly eventBytes?: number | undefined;
  /** Bytes of the whole stream. Default: that of the transport, 512 MiB. */
  readonly streamBytes?: number | undefined;
  /** Longest wait for the first event, in milliseconds; comments are none. Default: `firstEventMs` of the transport, 120000. */
  readonly firstEventTimeoutMs?: number | undefined;
}

/**
 * The only way to the network.
 *
 * Attaches credentials by origin, follows redirects by hand, keeps the timers and limits, and turns every failure into a
 * typed error. HTTP statuses are not failures here: `throwForStatus` makes errors of them.
 */
export interface Http {
  request(request: HttpRequest): Promise<HttpResponse>;
  /** The limits that it keeps. Default: `DEFAULT_LIMITS`. */
  readonly limits?: Limits | undefined;
  /** Closes what is kept open between requests. */
  close(): Promise<void>;
}
