import { ConfigurationError } from '../errors/configuration-error.ts';
import type { Clock } from '../services/clock.ts';
import { loadLate } from '../services/load-late.ts';
import { sendByFetch } from './send-by-fetch.ts';

/** Who named the URL of a request: `configured` is the application, `public` a server, whose URLs are trusted with nothing. */
export type Zone = 'configured' | 'public';

/** A request as it leaves. Redirects are not followed. */
export interface SentRequest {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: string | Uint8Array<ArrayBuffer> | null;
  /** Ends the request; the body of its answer is ended by the reader. */
  readonly signal: AbortSignal;
  readonly zone: Zone;
  /** To be called as soon as there is a connection for the request; a runtime that cannot tell calls it at once. */
  readonly onConnected: () => void;
}

/** The headers of an answer. */
export type ResponseHeaders = Pick<Headers, 'get' | 'has' | 'getSetCookie'>;

/** The head of an answer, and how to read its body. */
export interface Answer {
  /** 0 where a browser hides a redirect. */
  readonly status: number;
  readonly headers: ResponseHeaders;
  /** `undefined` when there is none. */
  readonly body: BodyReader | undefined;
}

/** The body of an answer. What is not asked for stays with the server. */
export interface BodyReader {
  /** The next piece, after decompression; one read at a time. A body that was cancelled ends as if it were whole. */
  read(): Promise<ReadableStreamReadResult<Uint8Array>>;
  /** Lets go of the rest and closes its connection; never waits. */
  cancel(): void;
}

/** Sends a request. */
export type Send = (url: URL, request: SentRequest) => Promise<Answer>;

/** The ways to the network that the runtime has. */
export interface RuntimeNetwork {
  /** Gives the way through the proxy, or the straight one without it, for requests that may cost something or surely do not. */
  wayThrough(proxy: string | undefined, mayBeBilled: boolean): Send | Promise<Send>;
  /** Closes what is kept open between requests. */
  close(): Promise<void>;
}

/** Opens the network of a runtime. */
export type OpenNetwork = (options?: { readonly clock?: Clock | undefined }) => RuntimeNetwork;

/**
 * Opens the runtime's network. This is the form for browsers, edge workers, Bun and Deno.
 *
 * @throws {ConfigurationError} by `wayThrough` when a proxy is asked for.
 */
export const openNetwork: OpenNetwork = () => {
  return {
    wayThrough: (proxy) => {
      if (proxy !== undefined) throw new ConfigurationError('proxy is possible in Node only: browsers, workers, Bun and Deno have settings of their own.');
      // Not ky: everything that it would add is switched off here, and it would be a third of what a page loads.
      return async (url, request) => {
        if (request.zone === 'public') {
          // Loaded here: few pages download what a server named. What cannot be looked up cannot be judged, so names alone pass.
          const { PUBLIC_PORTS, assertPublicUrl } = await loadLate('What checks addresses', () => import('./addresses/public-url.ts'));
          assertPublicUrl(url, { isPublicAddress: () => false, ports: PUBLIC_PORTS });
        }
        return sendByFetch(url, request);
      };
    },
    close: () => Promise.resolve(),
  };
};
