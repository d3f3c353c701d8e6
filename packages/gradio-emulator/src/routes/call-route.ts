import { BodyFields } from '../http/body-fields.ts';
import { replyDetail } from '../http/reply.ts';
import type { SpaceApp } from '../space/space-app.ts';
import { parseBody } from './parse-body.ts';
import { pushJob } from './push-job.ts';
import { replyNotAuthenticated } from './reply-not-authenticated.ts';
import { replyServerError } from './reply-server-error.ts';
import type { Exchange, Route } from './route.ts';

/** `POST /call/<api>`: puts a job in the queue and answers with its event id. */
export function callRoute(app: SpaceApp): Route {
  return {
    method: 'POST',
    path: new RegExp(`^${app.release.apiPrefix}/call/(?<api>[^/]+)/?$`),
    // Looked at below: a body that is no JSON is refused before a stranger is.
    login: false,
    handle: (exchange) => {
      call(app, exchange);
    },
  };
}

function call(app: SpaceApp, exchange: Exchange): void {
  const { request, response, parameters } = exchange;
  const body = parseBody(app, exchange);
  if (body.errors[0]?.type === 'json_invalid') {
    replyDetail(response, 422, body.errors);
    return;
  }
  if (!app.login.admits(request)) {
    replyNotAuthenticated(app, response);
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
  if (endpoint === undefined) replyServerError(app, response, unknownFunction(apiName));
  else pushJob(app, exchange, endpoint, { data, sessionHash, wholeValues: true });
}

function unknownFunction(apiName: string): string {
  return `gradio.route_utils.FnIndexInferError: Could not infer function index for API name: ${apiName}`;
}
