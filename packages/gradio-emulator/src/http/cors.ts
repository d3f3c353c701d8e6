import type { IncomingMessage, ServerResponse } from 'node:http';
import { replyText } from './reply.ts';

const localNames = new Set(['localhost', '127.0.0.1', '0.0.0.0']);

/**
 * Adds what Gradio adds for pages of other origins, and answers their preflights.
 *
 * The origin is echoed and credentials are allowed; but a Space on a local address trusts only local origins, and in
 * 4.44 pages of no origin (`null`). Returns whether the request is answered.
 */
export function answerCors(request: IncomingMessage, response: ServerResponse, trustsNullOrigin: boolean): boolean {
  const { origin, host = '' } = request.headers;
  if (origin === undefined) return false;
  const isLocal = localNames.has(hostName(origin)) || (origin === 'null' && trustsNullOrigin);
  const isTrusted = !localNames.has(hostName(host)) || isLocal;
  response.setHeader('access-control-allow-credentials', 'true');
  if (isTrusted) response.setHeader('access-control-allow-origin', origin);
  const isPreflight = request.method === 'OPTIONS' && 'access-control-request-method' in request.headers;
  if (!isPreflight) {
    if (isTrusted) response.setHeader('vary', 'Origin');
    return false;
  }
  response.setHeader('access-control-allow-methods', 'DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT');
  response.setHeader('access-control-max-age', '600');
  const requested = request.headers['access-control-request-headers'];
  if (requested !== undefined) response.setHeader('access-control-allow-headers', requested);
  replyText(response, 200, 'text/plain; charset=utf-8', 'OK');
  return true;
}

function hostName(origin: string): string {
  const url = origin.includes('://') ? origin : `http://${origin}`;
  return URL.canParse(url) ? new URL(url).hostname : '';
}
