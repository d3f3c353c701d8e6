import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerStranger } from '../edge/edge-answers.ts';
import type { Edge } from '../edge/edge.ts';
import { answerCors } from '../http/cors.ts';
import { readBody } from '../http/read-body.ts';
import { replyDetail } from '../http/reply.ts';
import { replyNotAuthenticated } from '../routes/reply-not-authenticated.ts';
import { findRoute } from '../routes/find-route.ts';
import type { Route } from '../routes/route.ts';
import type { RequestLog } from './request-log.ts';
import type { SpaceApp } from './space-app.ts';
import type { SpaceOptions } from './space-options.ts';

/** What answers the requests of a Space. */
export interface RequestServices {
  readonly routes: readonly Route[];
  readonly log: RequestLog;
  readonly app: SpaceApp;
  readonly edge: Edge;
  readonly options: Pick<SpaceOptions, 'token' | 'intercept'>;
}

/** Records a request, offers it to the interceptor, and answers it. Rejects when the caller goes away meanwhile. */
export async function serveRequest(
  request: IncomingMessage,
  response: ServerResponse,
  services: RequestServices,
): Promise<void> {
  const { method = 'GET', url: path = '/', headers } = request;
  const { routes, log, app, edge, options } = services;
  const body = await readBody(request);
  log.add({ method, path, headers, body: body?.toString('utf8') ?? '' });
  if ((await options.intercept?.(request, response)) === true) return;
  if (answerStranger(request, response, options.token)) return;
  if (edge.answer(response)) return;
  response.setHeader('server', 'uvicorn');
  if (answerCors(request, response, app.release.trustsNullOrigin)) return;
  if (body === undefined) {
    replyDetail(response, 413, 'Request Entity Too Large');
    return;
  }
  const url = new URL(path.startsWith('/') ? `http://space${path}` : path, 'http://space');
  const found = findRoute(routes, method, rawPath(path));
  if (found.kind === 'none') replyDetail(response, 404, 'Not Found');
  else if (found.kind === 'other-slash') {
    const location = `http://${headers.host ?? 'localhost'}${found.pathname}${url.search}`;
    response.writeHead(307, { 'content-length': 0, location }).end();
  } else if (found.kind === 'other-method') replyDetail(response, 405, 'Method Not Allowed', { allow: found.allow });
  else if (found.route.login && !app.login.admits(request)) replyNotAuthenticated(app, response);
  else {
    const exchange = { request, response, url, body: body.toString('utf8'), bytes: body, parameters: found.parameters };
    await found.route.handle(exchange);
  }
}

// `URL` would take dots out of the path, and Gradio does not.
function rawPath(path: string): string {
  return path.startsWith('/') ? (path.split('?', 1)[0] ?? '') : new URL(path, 'http://space').pathname;
}
