import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent, ProxyAgent, Socks5ProxyAgent, buildConnector, type Dispatcher } from 'undici';
import { watchedConnector } from './connecting-socket.node.ts';
import { MAXIMUM_HEAD_BYTES } from './network-failure.node.ts';
import { publicLookup } from './public-lookup.node.ts';
import type { AddressRules } from './public-url.ts';
import type { Zone } from './runtime-network.ts';

/** What a dispatcher is for. */
export interface DispatcherOptions {
  readonly proxy: string | undefined;
  readonly zone: Zone;
  readonly lookup: LookupFunction | undefined;
  readonly rules: AddressRules;
}

/** Opens undici's dispatcher for a zone, or for a proxy. Its timers are off: the transport's count. */
export function openDispatcher({ proxy, zone, lookup = systemLookup, rules }: DispatcherOptions): Dispatcher {
  const options = { maxHeaderSize: MAXIMUM_HEAD_BYTES, headersTimeout: 0, bodyTimeout: 0 };
  if (proxy === undefined) {
    const connect = buildConnector({ timeout: 0, lookup: zone === 'public' ? publicLookup(lookup, rules) : lookup });
    return new Agent({ ...options, connect: watchedConnector(connect) });
  }
  const url = new URL(proxy);
  if (url.protocol.startsWith('socks')) return new Socks5ProxyAgent(url, options);
  // TLS through a proxy is end to end for https targets; plain http targets are tunnelled too, so that the proxy sees
  // neither path nor body.
  return new ProxyAgent({ ...options, uri: url.href, proxyTunnel: true });
}
