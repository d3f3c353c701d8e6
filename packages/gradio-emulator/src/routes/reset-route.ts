import { BodyFields } from '../http/body-fields.ts';
import { replyDetail, replyJson } from '../http/reply.ts';
import type { SpaceApp } from '../space/space-app.ts';
import { parseBody } from './parse-body.ts';
import type { Route } from './route.ts';

/** `POST /reset`: does nothing, successfully; `/cancel` took over its work. */
export function resetRoute(app: SpaceApp): Route {
  return {
    method: 'POST',
    path: new RegExp(`^${app.release.apiPrefix}/reset/?$`),
    login: false,
    handle: (exchange) => {
      const { response } = exchange;
      const fields = new BodyFields(parseBody(app, exchange));
      fields.string('event_id');
      if (fields.errors.length > 0) replyDetail(response, 422, fields.errors);
      else replyJson(response, 200, { success: true });
    },
  };
}
