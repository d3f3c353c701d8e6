import { ProtocolError } from '../errors/protocol-error.ts';
import { UnsafeUrlError } from '../errors/unsafe-url-error.ts';

/** How many redirects one request follows. */
export const MAXIMUM_REDIRECTS = 5;

const REDIRECT_STATUSES: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * Reads where an answer redirects to; `undefined` when it does not.
 *
 * Only the same origin is followed: a foreign one would get the prompt, and for a custom header also the credential, since
 * `fetch` takes only `Authorization` and `Cookie` off.
 *
 * @throws {UnsafeUrlError} when the target has another origin, or when the runtime hides it.
 * @throws {ProtocolError} when the target is missing, or when a POST would become a GET.
 */
export function redirectTarget(response: Response, from: URL, method: string): URL | undefined {
  if (response.type === 'opaqueredirect') {
    throw new UnsafeUrlError(`${from.origin} answered with a redirect, whose target a browser does not show. Give the final URL.`);
  }
  if (!REDIRECT_STATUSES.has(response.status)) return undefined;
  const location = response.headers.get('location') ?? '';
  if (!URL.canParse(location, from)) throw new ProtocolError(`${from.origin} answered with a redirect to nowhere.`);
  const target = new URL(location, from);
  if (target.origin !== from.origin || target.username !== '' || target.password !== '') {
    throw new UnsafeUrlError(`${from.origin} redirects to another origin, ${target.origin}, which gets neither prompt nor credential. If that is right, give its URL instead.`);
  }
  const keepsMethod = method === 'GET' || response.status === 307 || response.status === 308;
  if (!keepsMethod) throw new ProtocolError(`${from.origin} answered a POST with a redirect of status ${response.status.toString()}, which would lose the request.`);
  return target;
}
