import { ProtocolError } from '../errors/protocol-error.ts';
import { UnsafeUrlError } from '../errors/unsafe-url-error.ts';
import type { Answer } from './runtime-network.ts';

/** Statuses of redirects; 0 is what a browser shows of one. */
const REDIRECTS: readonly number[] = [0, 301, 302, 303, 307, 308];

/**
 * Reads where an answer redirects to; `undefined` when it does not.
 *
 * Only the same origin is followed: a foreign one would get the prompt, and for a custom header also the credential, since
 * `fetch` takes only `Authorization` and `Cookie` off.
 *
 * @param hop number of redirects that were followed before, from 0.
 * @param mostHops number of redirects that are followed.
 * @throws {UnsafeUrlError} when the target has another origin, or when the runtime hides it.
 * @throws {ProtocolError} when the target is missing, when a POST would become a GET, or when no more may be followed.
 */
export function redirectTarget({ status, headers }: Answer, from: URL, method: string, hop: number, mostHops: number): URL | undefined {
  if (!REDIRECTS.includes(status)) return undefined;
  const { origin } = from;
  if (status === 0) throw new UnsafeUrlError(`${origin} redirects to a URL that no browser shows. Give that URL instead.`);
  const location = headers.get('location') ?? '';
  if (location === '' || !URL.canParse(location, from)) throw new ProtocolError(`${origin} redirects to nowhere.`);
  const target = new URL(location, from);
  if (target.origin !== origin || target.username + target.password !== '') {
    throw new UnsafeUrlError(`${origin} redirects to another origin, ${target.origin}. Give that URL instead if it is right.`);
  }
  if (method !== 'GET' && status < 307) throw new ProtocolError(`${origin} redirects a POST by status ${status}, which would lose it.`);
  if (hop >= mostHops) throw new ProtocolError(`${origin} redirects more than ${mostHops} times.`);
  return target;
}
