import { ConfigurationError } from '../errors/configuration-error.ts';

/** A `fetch` for one way to the network, and how to close what it keeps open. */
export interface RuntimeFetch {
  readonly fetch: typeof globalThis.fetch;
  close?(): Promise<void>;
}

/**
 * Gives the runtime's `fetch`. This is the form for browsers and edge workers, which cannot choose a proxy themselves.
 *
 * @throws {ConfigurationError} when a proxy is asked for.
 */
export function openRuntimeFetch(proxy?: string): RuntimeFetch | Promise<RuntimeFetch> {
  if (proxy !== undefined) throw new ConfigurationError('proxy is not possible in this runtime: browsers and workers use the proxy of their own settings.');
  return { fetch: globalThis.fetch.bind(globalThis) };
}
