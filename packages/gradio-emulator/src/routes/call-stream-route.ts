import { callFrame } from '../protocol/stream-frame.ts';
import type { SpaceApp } from '../space/space-app.ts';
import type { Route } from './route.ts';
import { streamEvents } from './stream-events.ts';

/**
 * `GET /call/<api>/<event_id>`: the outputs of one event. The name is not checked.
 *
 * Before 6.18 the id is taken as the session, so the job of a caller's own session is not found.
 */
export function callStreamRoute(app: SpaceApp): Route {
  const { apiPrefix, streams } = app.release;
  const byName = app.release.queue.callsByName ? '(?:v2/)?' : '';
  return {
    method: 'GET',
    path: new RegExp(`^${apiPrefix}/call/${byName}[^/]+/(?<event>[^/]+)$`),
    login: true,
    handle: ({ response, parameters }) => {
      const event = parameters['event'] ?? '';
      const sessionHash = (streams.findsSessionOfEvent ? app.sessions.sessionOf(event) : undefined) ?? event;
      return streamEvents(response, { app, sessionHash, frame: callFrame(streams) });
    },
  };
}
