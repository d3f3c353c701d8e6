import { ConfigurationError } from '../errors/configuration-error.ts';

/** The ways to the network that the runtime has. */
export interface RuntimeNetwork {
  /** Gives a `fetch` that goes through the proxy, or straight without one; the same one for the same proxy. */
  fetchThrough(proxy: string | undefined): typeof fetch | Promise<typeof fetch>;
  /** Closes what is kept open between requests. */
  close(): Promise<void>;
}

/**
 * Opens the runtime's network. This is the form for browsers and edge workers, which cannot choose a proxy themselves.
 *
 * @throws {ConfigurationError} by `fetchThrough` when a proxy is asked for.
 */
export function openNetwork(): RuntimeNetwork {
  return {
    fetchThrough: (proxy) => {
      if (proxy !== undefined) throw new ConfigurationError('proxy is not possible in browsers and workers, which have settings of their own.');
      return globalThis.fetch.bind(globalThis);
    },
    close: () => Promise.resolve(),
  };
}
