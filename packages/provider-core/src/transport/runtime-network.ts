import { ConfigurationError } from '../errors/configuration-error.ts';

/** A request as it leaves. */
export interface SentRequest {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: string | null;
  readonly signal: AbortSignal;
  readonly redirect: 'manual';
}

/** Sends a request, as `fetch` does. */
export type Send = (url: URL, request: SentRequest) => Promise<Response>;

/** The ways to the network that the runtime has. */
export interface RuntimeNetwork {
  /** Gives the way through the proxy, or the straight one without it, for requests that may cost something or surely do not. */
  wayThrough(proxy: string | undefined, mayBeBilled: boolean): Send | Promise<Send>;
  /** Closes what is kept open between requests. */
  close(): Promise<void>;
}

/**
 * Opens the runtime's network. This is the form for browsers and edge workers, which cannot choose a proxy themselves.
 *
 * @throws {ConfigurationError} by `wayThrough` when a proxy is asked for.
 */
export function openNetwork(): RuntimeNetwork {
  return {
    wayThrough: (proxy) => {
      if (proxy !== undefined) throw new ConfigurationError('proxy is not possible in browsers and workers, which have settings of their own.');
      // Not ky: everything that it would add is switched off here, and it would be a third of what a page loads.
      return (url, request) => fetch(url, request);
    },
    close: () => Promise.resolve(),
  };
}
