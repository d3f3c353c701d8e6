import { parameterDefault } from '../components/parameter-default.ts';
import { replyDetail } from '../http/reply.ts';
import { invalidBody } from '../http/validation-error.ts';
import { isPythonObject, type PythonValue } from '../protocol/python-value.ts';
import type { Endpoint } from '../queue/endpoint.ts';
import type { SpaceApp } from '../space/space-app.ts';
import { parseBody } from './parse-body.ts';
import { pushJob } from './push-job.ts';
import { replyServerError } from './reply-server-error.ts';
import type { Exchange, Route } from './route.ts';

/** `POST /call/v2/<api>` (from 6.13 on): the inputs are the members of the body, by name. Any mistake is a 500. */
export function callByNameRoute(app: SpaceApp): Route {
  return {
    method: 'POST',
    path: new RegExp(`^${app.release.apiPrefix}/call/v2/(?<api>[^/]+)/?$`),
    login: true,
    handle: (exchange) => {
      call(app, exchange);
    },
  };
}

function call(app: SpaceApp, exchange: Exchange): void {
  const { response, parameters } = exchange;
  const body = parseBody(app, exchange);
  if (body.errors.length > 0) {
    replyDetail(response, 422, body.errors);
    return;
  }
  if (!isPythonObject(body.value)) {
    replyDetail(response, 422, [invalidBody('dict_type', body.value)]);
    return;
  }
  const endpoint = app.endpoints.find(({ apiName }) => apiName === parameters['api']);
  const data = endpoint === undefined ? undefined : inputsByName(endpoint, body.value);
  if (endpoint === undefined || data === undefined) replyServerError(app, response, 'ValueError');
  else pushJob(app, exchange, endpoint, { data, sessionHash: null, wholeValues: true });
}

function inputsByName(
  { function: { inputs } }: Endpoint,
  given: Readonly<Record<string, PythonValue | undefined>>,
): readonly PythonValue[] | undefined {
  if (Object.keys(given).some((name) => name !== 'oauth_token' && !(name in inputs))) return undefined;
  const data = Object.entries(inputs).map(([name, component]) => given[name] ?? parameterDefault(component));
  return data.every((value) => value !== undefined) ? data : undefined;
}
