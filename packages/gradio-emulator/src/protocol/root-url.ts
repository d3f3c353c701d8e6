import type { IncomingMessage } from 'node:http';
import type { GradioRelease } from '../versions/gradio-release.ts';

/**
 * The root URL of the Space, as Gradio makes it out of a request and the path of the route that answers it.
 *
 * A forwarded host wins over the request's own.
 */
export function requestRoot(
  release: GradioRelease,
  request: Pick<IncomingMessage, 'headers' | 'url'>,
  routePath: string,
): string {
  const forwardedHost = firstHeader(request, 'x-forwarded-host');
  const server = release.files.trustsGradioServer ? firstHeader(request, 'x-gradio-server') : undefined;
  const own = `http://${request.headers.host ?? 'localhost'}${request.url?.split('?', 1)[0] ?? '/'}`;
  let root = (forwardedHost === undefined ? (server ?? own) : `http://${forwardedHost}`).replace(/\/+$/, '');
  if (firstHeader(request, 'x-forwarded-proto') === 'https') root = root.replaceAll('http://', 'https://');
  const isCut = forwardedHost === undefined && (release.files.cutsRootByQueueJoin || root.endsWith(routePath));
  return (isCut ? root.slice(0, root.length - routePath.length) : root).replace(/\/+$/, '');
}

/**
 * The root URL for the files of a job, from the request that posted it.
 *
 * Releases before 5.23 cut the length of `/queue/join` off whatever the URL is, so for an API name that is not five
 * letters long the root is wrong; clients of such a Space meet it.
 */
export function jobRoot(release: GradioRelease, request: Pick<IncomingMessage, 'headers' | 'url'>): string {
  const joinPath = `${release.apiPrefix}/queue/join`;
  const path = (request.url?.split('?', 1)[0] ?? '').replace(/\/+$/, '');
  return requestRoot(release, request, release.files.cutsRootByQueueJoin ? joinPath : path);
}

/** The URL of a stored file. Not encoded, as in Gradio. */
export function fileUrl(release: GradioRelease, root: string, path: string): string {
  return `${root}${release.apiPrefix}/file=${path}`;
}

function firstHeader(request: Pick<IncomingMessage, 'headers'>, name: string): string | undefined {
  const value = request.headers[name];
  const text = (Array.isArray(value) ? value[0] : value)?.split(',', 1)[0]?.trim();
  return text === '' ? undefined : text;
}
