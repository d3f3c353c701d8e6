import { callFrame } from '../protocol/stream-frame.ts';
import type { SpaceApp } from '../space/space-app.ts';
import type { Route } from './route.ts';
import { streamEvents } from './stream-events.ts';

/** `GET /call/<api>/<event_id>`: the outputs of one event. The name is not checked; the id is taken as the session. */
export function callStreamRoute(app: SpaceApp): Route {
  return {
    method: 'GET',
    path: new RegExp(`^${app.version.apiPrefix}/call/[^/]+/(?<event>[^/]+)$`),
    login: true,
    handle: ({ response, parameters }) =>
      streamEvents(response, {
        sessions: app.sessions,
        queue: app.queue,
        sessionHash: parameters['event'] ?? '',
        frame: callFrame,
        heartbeatMs: app.heartbeatMs,
        unknownSession: app.version.unknownSession,
      }),
  };
}
