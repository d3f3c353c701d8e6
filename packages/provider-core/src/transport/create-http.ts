import ky from 'ky';
import { openRuntimeFetch } from '#runtime-fetch';
import { ConfigurationError } from '../errors/configuration-error.ts';
import { ProtocolError } from '../errors/protocol-error.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import { systemClock, type Clock } from '../services/clock.ts';
import { abortReason } from './abort-reason.ts';
import { MAXIMUM_REDIRECTS, redirectTarget } from './follow-redirect.ts';
import type { Http, HttpRequest, HttpResponse } from './http.ts';
import { networkFailure } from './network-failure.ts';
import { openResponse } from './open-response.ts';
import type { RuntimeFetch } from './runtime-fetch.ts';

const DEFAULT_TIMEOUT_MS = 60_000;

/** What the transport is made of. */
export interface HttpOptions {
  /** Where its timers come from. Default: the runtime. */
  readonly clock?: Clock | undefined;
}

/** Makes the transport of this runtime. */
export function createHttp({ clock = systemClock }: HttpOptions = {}): Http {
  const ways = new Map<string, Promise<RuntimeFetch>>();
  const wayThrough = (proxy: string | undefined): Promise<RuntimeFetch> => {
    const key = proxy ?? '';
    const way = ways.get(key) ?? openRuntimeFetch(proxy);
    ways.set(key, way);
    return way;
  };
  return {
    request: async (request) => send(request, clock, await wayThrough(request.proxy)),
    close: async () => {
      const open = [...ways.values()];
      ways.clear();
      await Promise.allSettled(open.map(async (way) => (await way).close()));
    },
  };
}

async function send(request: HttpRequest, clock: Clock, way: RuntimeFetch): Promise<HttpResponse> {
  const { method = 'GET', signal, headersTimeoutMs = DEFAULT_TIMEOUT_MS, billable = false } = request;
  let url = httpUrl(request.url);
  const controller = new AbortController();
  const onAbort = (): void => {
    // The reason as it is: an error is made of it only where it is thrown.
    controller.abort(signal?.reason);
  };
  if (signal?.aborted === true) throw abortReason(signal);
  signal?.addEventListener('abort', onAbort, { once: true });
  const release = (): void => {
    signal?.removeEventListener('abort', onAbort);
  };
  const failure = (thrown: unknown): Error =>
    controller.signal.aborted ? abortReason(controller.signal) : networkFailure(thrown, { url, billable, usesProxy: request.proxy !== undefined });
  const stopTimer = clock.schedule(() => {
    controller.abort(new TimeoutError('headers', headersTimeoutMs, { billed: billable ? 'maybe' : 'no' }));
  }, headersTimeoutMs);
  try {
    for (let hop = 0; hop <= MAXIMUM_REDIRECTS; hop += 1) {
      const response = await ky(url, {
        method,
        headers: { ...request.headers, ...request.credential?.headersFor(url) },
        ...(request.json === undefined ? {} : { json: request.json }),
        // Everything that ky would decide by itself is decided here: whether to try again depends on money, and a
        // timeout of the whole answer would cut event streams.
        retry: 0,
        timeout: false,
        throwHttpErrors: false,
        redirect: 'manual',
        fetch: way.fetch,
        signal: controller.signal,
      });
      const target = redirectTarget(response, url, method);
      if (target === undefined) {
        return openResponse({ response, url, controller, clock, release, failure, billable, idleTimeoutMs: request.idleTimeoutMs ?? DEFAULT_TIMEOUT_MS });
      }
      // An unread body would keep its socket; waiting for the cancellation could wait for ever.
      void response.body?.cancel().catch(() => undefined);
      url = target;
    }
    throw new ProtocolError(`${url.origin} redirects more than ${MAXIMUM_REDIRECTS.toString()} times.`);
  } catch (thrown) {
    const error = failure(thrown);
    controller.abort(error);
    release();
    throw error;
  } finally {
    stopTimer();
  }
}

function httpUrl(url: string | URL): URL {
  const parsed = URL.canParse(String(url)) ? new URL(url) : undefined;
  if (parsed?.protocol === 'http:' || parsed?.protocol === 'https:') return parsed;
  throw new ConfigurationError('Only absolute http: and https: URLs can be requested.');
}
