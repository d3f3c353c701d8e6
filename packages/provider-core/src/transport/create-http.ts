import ky from 'ky';
import { openRuntimeFetch } from '#runtime';
import { ConfigurationError } from '../errors/configuration-error.ts';
import { systemClock, type Clock } from '../services/clock.ts';
import { startExchange } from './exchange.ts';
import type { Http, HttpRequest, HttpResponse } from './http.ts';
import { openResponse } from './open-response.ts';
import { redirectTarget } from './redirect-target.ts';
import type { RuntimeFetch } from './runtime-fetch.ts';

const DEFAULT_TIMEOUT_MS = 60_000;

/**
 * Everything that ky would decide by itself is decided here: whether to try again depends on money, and a timeout of the
 * whole answer would cut event streams.
 */
const KY_OPTIONS = { retry: 0, timeout: false, throwHttpErrors: false, redirect: 'manual' } as const;

/** What the transport is made of. */
export interface HttpOptions {
  /** Where its timers come from. Default: the runtime. */
  readonly clock?: Clock | undefined;
}

/** Makes the transport of this runtime. */
export function createHttp({ clock = systemClock }: HttpOptions = {}): Http {
  const ways = new Map<string | undefined, ReturnType<typeof openRuntimeFetch>>();
  return {
    request: async (request) => {
      const { proxy } = request;
      const way = ways.get(proxy) ?? openRuntimeFetch(proxy);
      ways.set(proxy, way);
      return send(request, clock, await way);
    },
    close: async () => {
      const open = [...ways.values()];
      ways.clear();
      await Promise.allSettled(open.map(async (way) => (await way).close?.()));
    },
  };
}

async function send(request: HttpRequest, clock: Clock, { fetch }: RuntimeFetch): Promise<HttpResponse> {
  const { method = 'GET', json, headers, credential, proxy, signal, billable = false, headersTimeoutMs = DEFAULT_TIMEOUT_MS, idleTimeoutMs = DEFAULT_TIMEOUT_MS } = request;
  let url = httpUrl(request.url);
  const exchange = startExchange({ clock, host: url.host, billed: billable ? 'maybe' : 'no', usesProxy: proxy !== undefined, signal });
  const stopTimer = exchange.startTimer('headers', headersTimeoutMs);
  try {
    for (let hop = 0; ; hop += 1) {
      exchange.signal.throwIfAborted();
      const response = await ky(url, { ...KY_OPTIONS, method, json, fetch, signal: exchange.signal, headers: { ...headers, ...credential?.headersFor(url) } });
      const target = redirectTarget(response, url, method, hop);
      if (target === undefined) return openResponse(response, url, exchange, idleTimeoutMs);
      // An unread body would keep its socket; waiting for the cancellation could wait for ever.
      void response.body?.cancel().catch(() => undefined);
      url = target;
    }
  } catch (thrown) {
    throw exchange.fail(thrown);
  } finally {
    stopTimer();
  }
}

function httpUrl(url: string | URL): URL {
  const parsed = URL.canParse(String(url)) ? new URL(url) : undefined;
  if (parsed !== undefined && /^https?:$/u.test(parsed.protocol)) return parsed;
  throw new ConfigurationError('Only absolute http: and https: URLs can be requested.');
}
