import type { Dispatcher } from 'undici';
import type { Clock } from '../../services/clock.ts';
import { ConnectionError } from './connection-error.node.ts';
import { decodeBody } from './decode-body.node.ts';
import { DispatchedRequest, type RawAnswer } from './dispatched-request.node.ts';
import type { Answer, SentRequest } from '../runtime-network.ts';

/** What every request says unless it says otherwise. Compression would only cost: images and streams hardly shrink. */
const DEFAULT_HEADERS: Readonly<Record<string, string>> = { accept: '*/*', 'accept-encoding': 'identity', 'user-agent': 'hypotez' };

/** Statuses without a body. */
const EMPTY: readonly number[] = [204, 205, 304];

/**
 * Sends a request by a dispatcher of undici.
 *
 * A connection that was kept open from an earlier answer may be closed by its server in the moment in which it is used again.
 * It is then sent once more, at once, also if it may be billed: a server that closes an idle connection reads nothing from it. A
 * server that took the request and died within the second looks the same; that is the price, and it stands in the documentation.
 */
export async function sendByUndici(dispatcher: Dispatcher, url: URL, request: SentRequest, clock: Clock): Promise<Answer> {
  const full = { ...request, headers: { ...DEFAULT_HEADERS, ...request.headers } };
  const send = (): Promise<RawAnswer> => new Promise((resolve, reject) => {
    new DispatchedRequest(full, clock, { resolve, reject }).dispatch(dispatcher, url);
  });
  const { status, headers, body } = await send().catch((thrown: unknown) => {
    if (thrown instanceof ConnectionError && thrown.stage === 'stale' && !request.signal.aborted) return send().catch(afterStale);
    throw thrown;
  });
  return { status, headers, body: EMPTY.includes(status) ? undefined : decodeBody(body, headers, full.headers['accept-encoding']) };
}

/** Nobody can be sure that a connection was stale when the server cannot be reached afterwards: it may have died of the request. */
function afterStale(thrown: unknown): never {
  throw thrown instanceof ConnectionError && thrown.stage === 'unsent' ? new ConnectionError('sent', thrown.cause) : thrown;
}
