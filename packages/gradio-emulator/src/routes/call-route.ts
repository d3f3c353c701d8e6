import { BodyFields } from '../http/body-fields.ts';
import { parseJsonBody } from '../http/json-body.ts';
import { replyDetail, replyJson, replyText } from '../http/reply.ts';
import { rootUrl } from '../protocol/root-url.ts';
import { serverErrorText } from '../protocol/server-error-text.ts';
import type { SpaceApp } from '../space/space-app.ts';
import type { Exchange, Route } from './route.ts';

/** `POST /call/<api>`: puts a job in the queue and answers with its event id. */
export function callRoute(app: SpaceApp): Route {
  return {
    method: 'POST',
    path: new RegExp(`^${app.version.apiPrefix}/call/(?<api>[^/]+)/?$`),
    // Looked at below: a body that is no JSON is refused before a stranger is.
    login: false,
    handle: (exchange) => {
      call(app, exchange);
    },
  };
}

function call(app: SpaceApp, { request, response, body: text, parameters }: Exchange): void {
  const body = parseJsonBody(request.headers['content-type'], text);
  if (body.errors[0]?.type === 'json_invalid') {
    replyDetail(response, 422, body.errors);
    return;
  }
  if (!app.login.admits(request)) {
    replyDetail(response, 401, 'Not authenticated');
    return;
  }
  const fields = new BodyFields(body);
  const data = fields.list('data');
  const sessionHash = fields.optionalString('session_hash');
  if (fields.errors.length > 0) {
    replyDetail(response, 422, fields.errors);
    return;
  }
  const apiName = parameters['api'] ?? '';
  const endpoint = app.endpoints.find((candidate) => candidate.apiName === apiName);
  // An empty session is a KeyError in Gradio's queue, an unknown name one in its routes; neither has a handler.
  if (endpoint === undefined || sessionHash === '') {
    const error = endpoint === undefined ? fnIndexError(apiName) : "KeyError: ''";
    replyText(response, 500, 'text/plain; charset=utf-8', serverErrorText(app.version, error));
    return;
  }
  const pushed = app.queue.push(endpoint, { data, sessionHash, root: rootUrl(app.version, request) });
  if ('eventId' in pushed) {
    replyJson(response, 200, { event_id: pushed.eventId });
    return;
  }
  const size = pushed.full.toString();
  replyDetail(response, 503, `Queue is full. Max size is ${app.queue.maximumSize.toString()} and size is ${size}.`);
}

function fnIndexError(apiName: string): string {
  return `gradio.route_utils.FnIndexInferError: Could not infer function index for API name: ${apiName}`;
}
