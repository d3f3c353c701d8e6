import type { KyInstance } from 'ky';
import type * as Undici from 'undici';
import { ConfigurationError } from '../errors/configuration-error.ts';
import { isProxyUrl } from './proxy-url.ts';
import type { RuntimeNetwork, Send } from './runtime-network.ts';
import { sendByFetch, type Fetch } from './send-by-fetch.ts';

/** One way through a proxy. */
interface ProxyWay {
  readonly fetch: Fetch;
  close(): Promise<void>;
}

let client: Promise<KyInstance> | undefined;

/** Loads ky at its first use: importing it loads Node's `fetch`, which takes longer than importing everything of ours. */
function loadKy(): Promise<KyInstance> {
  // Everything that ky would decide by itself is decided by the transport, timeouts among it.
  client ??= import('ky').then(({ default: ky }) => ky.create({ retry: 0, timeout: false, throwHttpErrors: false }));
  return client;
}

/**
 * Opens the runtime's network. This is the form for Node, Bun and Deno.
 *
 * What surely costs nothing is sent by way of ky. What may be billed goes past it: nothing that could try again by itself
 * stands between the transport and such a request, and ky would take a quarter of a run's time (`docs/benchmarks.md`).
 * undici is loaded only when a proxy is asked for: most programs never pay for it.
 *
 * @throws {ConfigurationError} by `wayThrough` for what is no URL of a proxy.
 */
export function openNetwork(): RuntimeNetwork {
  const proxies = new Map<string, Promise<ProxyWay>>();
  const through = async (proxy: string): Promise<Fetch> => {
    // Here, since `URL` and undici repeat in their errors what they cannot read.
    if (!isProxyUrl(proxy)) throw new ConfigurationError('proxy must be an http:, https: or socks5: URL.');
    const way = proxies.get(proxy) ?? openProxy(proxy);
    proxies.set(proxy, way);
    return (await way).fetch;
  };
  return {
    wayThrough: async (proxy, mayBeBilled) => {
      const way = proxy === undefined ? fetch : await through(proxy);
      return mayBeBilled ? (url, request) => sendByFetch(way, url, request) : await withKy(way);
    },
    close: async () => {
      const open = [...proxies.values()];
      proxies.clear();
      await Promise.allSettled(open.map(async (way) => (await way).close()));
    },
  };
}

/** Sends by way of ky, which is handed the way and not the request: undici's `fetch` takes no `Request` but its own. */
async function withKy(fetch: Fetch): Promise<Send> {
  const ky = await loadKy();
  return (url, request) => sendByFetch((_url, init) => ky(url, { fetch: () => fetch(url, init) }), url, request);
}

async function openProxy(proxy: string): Promise<ProxyWay> {
  const undici = await import('undici');
  const dispatcher = proxyDispatcher(undici, new URL(proxy));
  return {
    // The dispatcher of one undici does not fit the fetch of another, and Node's own is another: hence undici's fetch.
    fetch: async (url, init) => toGlobalResponse(await undici.fetch(url, { ...init, dispatcher })),
    // Not `destroy`: a cancellation that is on its way has to arrive. Every request has a timer, so this ends.
    close: () => dispatcher.close(),
  };
}

function proxyDispatcher(undici: typeof Undici, url: URL): Undici.Dispatcher {
  if (url.protocol.startsWith('socks')) return new undici.Socks5ProxyAgent(url);
  // TLS through a proxy is end to end for https targets; plain http targets are tunnelled too, so that the proxy sees
  // neither path nor body.
  return new undici.ProxyAgent({ uri: url.href, proxyTunnel: true });
}

/** Makes the runtime's Response of undici's. The types of Node's streams and of the DOM's do not fit, hence the bridge. */
function toGlobalResponse(response: Undici.Response): Response {
  const { status, statusText } = response;
  const reader = response.body?.getReader();
  const body = reader === undefined ? null : new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const result: { readonly done: boolean; readonly value?: unknown } = await reader.read();
      if (result.done) controller.close();
      else if (result.value instanceof Uint8Array) controller.enqueue(result.value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return new Response(body, { status, statusText, headers: new Headers([...response.headers]) });
}
