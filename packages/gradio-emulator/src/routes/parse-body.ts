import { parseJsonBody, type JsonBody } from '../http/json-body.ts';
import type { SpaceApp } from '../space/space-app.ts';
import type { Exchange } from './route.ts';

/** Reads the body of a request as JSON, as the release does. */
export function parseBody(app: SpaceApp, { request, body }: Exchange): JsonBody {
  return parseJsonBody(request.headers['content-type'], body, app.release.inputs.needsJsonType);
}
