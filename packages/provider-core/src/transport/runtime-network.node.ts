import type { LookupFunction } from 'node:net';
import type { Dispatcher } from 'undici';
import { ConfigurationError } from '../errors/configuration-error.ts';
import { systemClock, type Clock } from '../services/clock.ts';
import { ConnectionError } from './undici/connection-error.node.ts';
import { isProxyUrl } from './proxy-url.ts';
import { isPublicAddress } from './addresses/public-address.node.ts';
import { PUBLIC_PORTS, assertPublicUrl, type AddressRules } from './addresses/public-url.ts';
import type { RuntimeNetwork, Send, Zone } from './runtime-network.ts';
import type * as Undici from './undici/undici.node.ts';

let undici: typeof Undici | undefined;

const PUBLIC_INTERNET: AddressRules = { isPublicAddress, ports: PUBLIC_PORTS };

/** Longest wait for what is on its way when the network is closed, in milliseconds; cancelling a job takes 3 s at most. */
const CLOSING_MS = 4000;

/** What the network of Node is made of. */
export interface NetworkOptions {
  /** Default: the clock of the runtime. */
  readonly clock?: Clock | undefined;
  /** How host names become addresses. Default: Node's, which asks the system. */
  readonly lookup?: LookupFunction | undefined;
  /** Where URLs that a server named may lead. Default: the public internet. */
  readonly rules?: AddressRules | undefined;
}

/**
 * Opens the network of Node.
 *
 * Every request goes by a dispatcher of undici: one for URLs that the application gave, one for those that a server named, one
 * for each proxy. undici is loaded with the first request, ky with the first one that surely costs nothing: nothing that could
 * try again by itself stands between the transport and what may be billed.
 *
 * @throws {ConfigurationError} by `wayThrough` for what is no URL of a proxy.
 */
export function openNetwork({ clock = systemClock, lookup, rules = PUBLIC_INTERNET }: NetworkOptions = {}): RuntimeNetwork {
  const dispatchers = new Map<string, Promise<Dispatcher>>();
  const dispatcherFor = ({ openDispatcher }: typeof Undici, proxy: string | undefined, zone: Zone): Promise<Dispatcher> => {
    const key = proxy ?? zone;
    const known = dispatchers.get(key);
    if (known !== undefined) return known;
    const opening = loaded(() => openDispatcher({ proxy, zone, lookup, rules }));
    dispatchers.set(key, opening);
    opening.catch(() => dispatchers.delete(key));
    return opening;
  };
  const sendThrough = (proxy: string | undefined): Send => async (url, request) => {
    if (request.zone === 'public') assertPublicUrl(url, rules);
    // Kept, since even an `import()` of what is loaded already takes its time.
    undici ??= await loaded(() => import('./undici/undici.node.ts'));
    return undici.sendByUndici(await dispatcherFor(undici, proxy, request.zone), url, request, clock);
  };
  return {
    wayThrough: (proxy, mayBeBilled) => {
      // Here, since `URL` and undici repeat in their errors what they cannot read.
      if (proxy !== undefined && !isProxyUrl(proxy)) throw new ConfigurationError('proxy must be an http:, https: or socks5: URL.');
      const send = sendThrough(proxy);
      return mayBeBilled ? send : async (url, request) => (await loaded(() => import('./send-by-ky.node.ts'))).sendByKy(send, url, request);
    },
    close: async () => {
      const open = [...dispatchers.values()];
      dispatchers.clear();
      // Not `destroy` at once: a cancellation that is on its way has to arrive. But behind a proxy that never answers undici
      // holds on to what its caller gave up long ago.
      let stopTimer = (): void => undefined;
      const graceIsOver = new Promise<void>((resolve) => { stopTimer = clock.schedule(resolve, CLOSING_MS); });
      await Promise.race([graceIsOver, Promise.allSettled(open.map(async (dispatcher) => (await dispatcher).close()))]);
      stopTimer();
      await Promise.allSettled(open.map(async (dispatcher) => (await dispatcher).destroy()));
    },
  };
}

/** Loads a part; where that fails, for want of files that may be open, nothing was sent. */
async function loaded<Part>(load: () => Promise<Part>): Promise<Part> {
  return load().catch((thrown: unknown) => {
    throw new ConnectionError('unsent', thrown);
  });
}
