import { BodyFields } from '../http/body-fields.ts';
import { replyDetail, replyJson } from '../http/reply.ts';
import type { SpaceApp } from '../space/space-app.ts';
import { parseBody } from './parse-body.ts';
import type { Route } from './route.ts';

/** `POST /cancel`: success whatever the ids are. As in Gradio the login is not checked. */
export function cancelRoute(app: SpaceApp): Route {
  return {
    method: 'POST',
    path: new RegExp(`^${app.release.apiPrefix}/cancel$`),
    login: false,
    handle: (exchange) => {
      const { response } = exchange;
      const fields = new BodyFields(parseBody(app, exchange));
      const sessionHash = fields.string('session_hash');
      const functionIndex = fields.integer('fn_index');
      const eventId = fields.string('event_id');
      if (fields.errors.length > 0) {
        replyDetail(response, 422, fields.errors);
        return;
      }
      app.queue.cancel(sessionHash, functionIndex, eventId);
      replyJson(response, 200, { success: true });
    },
  };
}
