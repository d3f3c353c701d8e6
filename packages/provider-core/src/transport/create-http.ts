import { openNetwork } from '#runtime';
import { ConfigurationError } from '../errors/configuration-error.ts';
import { systemClock, type Clock } from '../services/clock.ts';
import { startExchange } from './exchange.ts';
import type { Http, HttpRequest, HttpResponse } from './http.ts';
import { openResponse } from './open-response.ts';
import { redirectTarget } from './redirect-target.ts';
import type { Send } from './runtime-network.ts';

const DEFAULT_TIMEOUT_MS = 60_000;

/** What the transport is made of. */
export interface HttpOptions {
  /** Where its timers come from. Default: the runtime. */
  readonly clock?: Clock | undefined;
}

/** Makes the transport of this runtime. */
export function createHttp({ clock = systemClock }: HttpOptions = {}): Http {
  const network = openNetwork();
  return {
    request: async (request) => send(request, clock, await network.wayThrough(request.proxy, request.billable ?? false)),
    close: () => network.close(),
  };
}

/** For timers that do not ask for the connection. */
const onConnected = (): void => undefined;

async function send(request: HttpRequest, clock: Clock, way: Send): Promise<HttpResponse> {
  const { method = 'GET', json, credential, zone = 'configured', headersTimeoutMs = DEFAULT_TIMEOUT_MS, idleTimeoutMs = DEFAULT_TIMEOUT_MS } = request;
  const body = json === undefined ? null : JSON.stringify(json);
  const headers = { ...(body === null ? {} : { 'content-type': 'application/json' }), ...request.headers };
  let url = httpUrl(request.url);
  const exchange = startExchange(url.host, request, clock);
  const { signal } = exchange;
  const stopTimer = clock.schedule(() => {
    exchange.giveUp('headers', headersTimeoutMs);
  }, headersTimeoutMs);
  try {
    for (let hop = 0; ; hop += 1) {
      signal.throwIfAborted();
      const answer = await way(url, { method, body, signal, zone, onConnected, headers: { ...headers, ...credential?.headersFor(url) } });
      const target = redirectTarget(answer, url, method, hop);
      if (target === undefined) return openResponse(answer, url, exchange, idleTimeoutMs);
      // An unread body would keep its socket.
      answer.body?.cancel();
      url = target;
    }
  } catch (thrown) {
    throw exchange.fail(thrown);
  } finally {
    stopTimer();
  }
}

function httpUrl(url: string | URL): URL {
  if (/^https?:/iu.test(String(url)) && URL.canParse(url)) return new URL(url);
  throw new ConfigurationError('Only absolute http: and https: URLs can be requested.');
}
