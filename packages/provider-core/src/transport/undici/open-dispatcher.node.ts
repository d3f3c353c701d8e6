import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import type { Dispatcher } from 'undici';
import { watchedConnector } from './connecting-socket.node.ts';
import { loadAgent } from './load-agent.node.ts';
import { MAXIMUM_HEAD_BYTES } from '../network-failure.node.ts';
import { publicLookup } from '../addresses/public-lookup.node.ts';
import type { AddressRules } from '../addresses/public-url.ts';
import type { Zone } from '../runtime-network.ts';

/** undici's own timers are off: the transport's count. */
const OPTIONS = { maxHeaderSize: MAXIMUM_HEAD_BYTES, headersTimeout: 0, bodyTimeout: 0 };

/** Longest wait for a proxy to make a tunnel, in milliseconds. */
const TUNNEL_MS = 120_000;

/** What a dispatcher is for. */
export interface DispatcherOptions {
  readonly proxy: string | undefined;
  readonly zone: Zone;
  readonly lookup: LookupFunction | undefined;
  readonly rules: AddressRules;
}

/** Opens undici's dispatcher for a zone, or for a proxy. */
export async function openDispatcher({ proxy, zone, lookup = systemLookup, rules }: DispatcherOptions): Promise<Dispatcher> {
  if (proxy !== undefined) return openProxy(new URL(proxy));
  const { Agent, buildConnector } = await loadAgent();
  const connect = buildConnector({ timeout: 0, lookup: zone === 'public' ? publicLookup(lookup, rules) : lookup });
  return new Agent({ ...OPTIONS, connect: watchedConnector(connect) });
}

async function openProxy(url: URL): Promise<Dispatcher> {
  const { Pool, ProxyAgent, Socks5ProxyAgent } = await import('undici');
  if (url.protocol.startsWith('socks')) return new Socks5ProxyAgent(url, OPTIONS);
  // TLS through a proxy is end to end for https targets; plain http targets are tunnelled too, so that the proxy sees
  // neither path nor body.
  return new ProxyAgent({
    ...OPTIONS,
    uri: url.href,
    proxyTunnel: true,
    // A request that was given up leaves its CONNECT behind; only undici's own timer ends that one.
    clientFactory: (origin, options) => new Pool(origin, { ...options, headersTimeout: TUNNEL_MS }),
  });
}
