import { replyDetail } from '../http/reply.ts';
import { invalidField } from '../http/validation-error.ts';
import { queueDataFrame } from '../protocol/stream-frame.ts';
import type { SpaceApp } from '../space/space-app.ts';
import type { Route } from './route.ts';
import { streamEvents } from './stream-events.ts';

/** `GET /queue/data?session_hash=…`: every message of a session. */
export function queueDataRoute(app: SpaceApp): Route {
  const { apiPrefix, streams } = app.release;
  return {
    method: 'GET',
    path: new RegExp(`^${apiPrefix}/queue/data$`),
    login: true,
    handle: async ({ response, url }) => {
      const sessionHash = url.searchParams.get('session_hash');
      if (sessionHash === null) {
        replyDetail(response, 422, [invalidField('missing', 'query', 'session_hash', null)]);
        return;
      }
      await streamEvents(response, { app, sessionHash, frame: queueDataFrame(streams) });
    },
  };
}
