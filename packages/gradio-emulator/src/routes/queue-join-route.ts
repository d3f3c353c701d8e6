import { BodyFields } from '../http/body-fields.ts';
import { replyDetail } from '../http/reply.ts';
import type { SpaceApp } from '../space/space-app.ts';
import { parseBody } from './parse-body.ts';
import { pushJob } from './push-job.ts';
import { replyNotAuthenticated } from './reply-not-authenticated.ts';
import { replyServerError } from './reply-server-error.ts';
import type { Exchange, Route } from './route.ts';

/** `POST /queue/join`: puts a job in the queue of a session, by the number of its function, as Gradio's clients do. */
export function queueJoinRoute(app: SpaceApp): Route {
  return {
    method: 'POST',
    path: new RegExp(`^${app.release.apiPrefix}/queue/join$`),
    // Looked at below: a body that is no JSON is refused before a stranger is.
    login: false,
    handle: (exchange) => {
      join(app, exchange);
    },
  };
}

function join(app: SpaceApp, exchange: Exchange): void {
  const { request, response } = exchange;
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
  const sessionHash = fields.optionalString('session_hash');
  fields.optionalString('event_id');
  const data = fields.list('data');
  const index = fields.optionalInteger('fn_index');
  fields.optionalInteger('trigger_id');
  const wholeValues = fields.boolean('simple_format') ?? false;
  fields.boolean('batched');
  if (fields.errors.length > 0) {
    replyDetail(response, 422, fields.errors);
    return;
  }
  const endpoint = index === null ? undefined : app.endpoints[index];
  if (sessionHash === null) replyDetail(response, 400, 'Session hash not found.');
  else if (index === null) replyDetail(response, 400, 'No function index provided.');
  else if (endpoint === undefined) replyServerError(app, response, `KeyError: ${index.toString()}`);
  else pushJob(app, exchange, endpoint, { data, sessionHash, wholeValues });
}
