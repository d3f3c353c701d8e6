import { openNetwork } from '#runtime';
import { ConfigurationError } from '../errors/configuration-error.ts';
import type { Figures } from '../services/check-figures.ts';
import { billOf, noteJob } from '../services/bill.ts';
import { systemClock, type Clock } from '../services/clock.ts';
import { loadLate } from '../services/load-late.ts';
import { LONGEST_TIMER_MS, resolveTimeouts, type Timeouts } from '../services/timeouts.ts';
import { startExchange } from './exchange.ts';
import { startHeadTimer } from './head-timer.ts';
import type { Http, HttpRequest, HttpResponse } from './http.ts';
import { resolveLimits, type Limits } from './limits.ts';
import { openResponse } from './open-response.ts';
import { redirectTarget } from './redirect-target.ts';
import type { RuntimeNetwork, Send } from './runtime-network.ts';

/** What the transport is made of. */
export interface HttpOptions {
  /** Where its timers come from. Default: the runtime. */
  readonly clock?: Clock | undefined;
  /** Timers of requests that name none, in milliseconds; those of runs mean nothing here. Default: those of `Timeouts`. */
  readonly timeouts?: Figures<Timeouts> | undefined;
  /** The most that is taken from a server. Default: those of `Limits`. */
  readonly limits?: Figures<Limits> | undefined;
}

/** What every request of one transport shares. */
interface Terms {
  readonly clock: Clock;
  readonly timeouts: Timeouts;
  readonly limits: Limits;
}

/**
 * Makes the transport of this runtime.
 *
 * @throws {ConfigurationError} when one of the timeouts or limits is no figure that can be kept.
 */
export function createHttp(options: HttpOptions = {}): Http {
  return createHttpOver(openNetwork(options), options);
}

/** Makes a transport over a network that is open already, and closes it with itself. */
export function createHttpOver(network: RuntimeNetwork, { clock = systemClock, ...options }: HttpOptions = {}): Http {
  const terms = { clock, timeouts: resolveTimeouts(options.timeouts), limits: resolveLimits(options.limits) };
  return {
    request: async (request) => {
      billOf(request.signal)?.asks();
      return send(request, terms, await network.wayThrough(request.proxy, request.billable ?? false));
    },
    close: () => network.close(),
    limits: terms.limits,
  };
}

async function send(request: HttpRequest, { clock, timeouts, limits }: Terms, way: Send): Promise<HttpResponse> {
  const { method = 'GET', form, credential, zone = 'configured', minimumBytesPerSecond } = request;
  const { connectTimeoutMs: connectMs = timeouts.connectMs, headersTimeoutMs: headersMs = timeouts.headersMs, idleTimeoutMs: idleMs = timeouts.idleMs } = request;
  const { body, headers } = form === undefined ? jsonOf(request) : await (await loadLate('What writes forms', () => import('./encode-form.ts'))).encodeForm(request);
  let url = httpUrl(request.url);
  const { origin } = url;
  const exchange = startExchange(url.host, request, clock);
  const { signal } = exchange;
  const timer = startHeadTimer(clock, { connectMs, headersMs: Math.min(headersMs + sendingMs(body), LONGEST_TIMER_MS) }, exchange.giveUp);
  const onConnected = (): void => {
    if (request.billable === true) noteJob(request.signal);
    timer.onConnected();
  };
  try {
    for (let hop = 0; ; hop += 1) {
      signal.throwIfAborted();
      timer.setOut();
      const answer = await way(url, { method, body, signal, zone, onConnected, headers: inLowerCase({ ...(url.origin === origin ? headers : harmlessOf(headers)), ...credential?.headersFor(url) }) });
      const target = redirectTarget(answer, url, { method, zone, hop, billed: exchange.billed }, limits.redirects);
      if (target === undefined) return openResponse(answer, url, exchange, { idleMs, firstEventMs: timeouts.firstEventMs, minimumBytesPerSecond, limits });
      // An unread body would keep its socket.
      answer.body?.cancel();
      url = target;
    }
  } catch (thrown) {
    throw exchange.fail(thrown);
  } finally {
    timer.stop();
  }
}

function jsonOf({ json, headers }: HttpRequest): { readonly body: string | null; readonly headers: Readonly<Record<string, string>> } {
  return json === undefined ? { body: null, headers: { ...headers } } : { body: JSON.stringify(json), headers: { 'content-type': 'application/json', ...headers } };
}

/** Time that a body may take on its way, in milliseconds: no runtime tells when it has arrived. */
function sendingMs(body: string | Uint8Array | null): number {
  return Math.floor((body?.length ?? 0) / 65_536) * 1000;
}

function httpUrl(url: string | URL): URL {
  if (/^https?:/iu.test(String(url)) && URL.canParse(url)) return new URL(url);
  throw new ConfigurationError('Only absolute http: and https: URLs can be requested.');
}

/** The same headers by the names that HTTP/2 gives them: of two that differ in capitals only, the later one counts. */
function inLowerCase(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/** What goes along to another origin, whatever else a plugin wrote into its headers: what it would take, nothing about itself. */
function harmlessOf(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => /^accept(?:-encoding|-language)?$/iu.test(name)));
}
