import type { Billed } from '../errors/error-code.ts';
import { ProtocolError } from '../errors/protocol-error.ts';
import { UnsafeUrlError } from '../errors/unsafe-url-error.ts';
import type { Answer, Zone } from './runtime-network.ts';

/** Statuses of redirects; 0 is what a browser shows of one. */
const REDIRECTS: readonly number[] = [0, 301, 302, 303, 307, 308];

/** What was asked for. */
export interface RedirectedRequest {
  readonly method: string;
  readonly zone: Zone;
  /** Number of redirects that were followed before, from 0. */
  readonly hop: number;
  /** What the request may have cost: a job that was taken may be answered by a redirect to where it is told of. */
  readonly billed: Billed;
}

/**
 * Reads where an answer redirects to; `undefined` when it does not.
 *
 * Of a URL that the application gave, only the same origin is followed: a foreign one would get the prompt, and for a custom
 * header also the credential. A GET of a URL that a server named is followed to any place of the public internet, which is
 * checked when the request is sent; its credential stays with its origin.
 *
 * @param mostHops number of redirects that are followed.
 * @throws {UnsafeUrlError} when the target has another origin, when it would lose the encryption, or when the runtime hides it.
 * @throws {ProtocolError} when the target is missing, when a POST would become a GET, or when no more may be followed.
 */
export function redirectTarget({ status, headers }: Answer, from: URL, { method, zone, hop, billed }: RedirectedRequest, mostHops: number): URL | undefined {
  if (!REDIRECTS.includes(status)) return undefined;
  const { origin } = from;
  if (status === 0) throw new UnsafeUrlError(`${origin} redirects to a URL that no browser shows. Give that URL instead.`);
  const location = headers.get('location') ?? '';
  if (location === '' || !URL.canParse(location, from)) throw new ProtocolError(`${origin} redirects to nowhere.`);
  const target = new URL(location, from);
  const mayLeave = zone === 'public' && method === 'GET' && /^https?:/u.test(target.protocol);
  if ((target.origin !== origin && !mayLeave) || target.username + target.password !== '') {
    throw new UnsafeUrlError(`${origin} redirects to another origin, ${target.origin}. Give that URL instead if it is right.`);
  }
  if (from.protocol === 'https:' && target.protocol === 'http:') throw new UnsafeUrlError(`${origin} redirects from https to http, to ${target.origin}.`);
  if (method !== 'GET' && status < 307) throw new ProtocolError(`${origin} redirects a POST by status ${status}, which would lose it.`, { billed });
  if (hop >= mostHops) throw new ProtocolError(`${origin} redirects more than ${mostHops} times.`);
  return target;
}
