import type { IncomingMessage } from 'node:http';
import type { GradioVersion } from './gradio-version.ts';

/**
 * The root URL of the Space, as Gradio makes it out of the request that posted a job.
 *
 * A forwarded host wins over the request's own. Releases before 5.23 cut the length of `/queue/join` off whatever
 * the URL is, so for an API name that is not five letters long the root is wrong; clients of such a Space meet it.
 */
export function rootUrl(version: GradioVersion, request: Pick<IncomingMessage, 'headers' | 'url'>): string {
  const scheme = firstHeader(request, 'x-forwarded-proto') === 'https' ? 'https' : 'http';
  const forwardedHost = firstHeader(request, 'x-forwarded-host');
  if (forwardedHost !== undefined) return `${scheme}://${forwardedHost}`;
  const host = `${scheme}://${request.headers.host ?? 'localhost'}`;
  if (!version.cutsRootByQueueJoin) return host;
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  const url = `${host}${path}`.replace(/\/+$/, '');
  return url.slice(0, url.length - `${version.apiPrefix}/queue/join`.length).replace(/\/+$/, '');
}

/** The URL of a stored file. Not encoded, as in Gradio. */
export function fileUrl(version: GradioVersion, root: string, path: string): string {
  return `${root}${version.apiPrefix}/file=${path}`;
}

function firstHeader(request: Pick<IncomingMessage, 'headers'>, name: string): string | undefined {
  const value = request.headers[name];
  const text = (Array.isArray(value) ? value[0] : value)?.split(',', 1)[0]?.trim();
  return text === '' ? undefined : text;
}
