import type { SpaceApp } from '../space/space-app.ts';
import type { Route } from './route.ts';

/** `GET /heartbeat/<session_hash>`: a stream by which a page shows that it is open. It says nothing but `ALIVE`. */
export function heartbeatRoute(app: SpaceApp): Route {
  return {
    method: 'GET',
    path: new RegExp(`^${app.release.apiPrefix}/heartbeat/[^/]+$`),
    login: false,
    handle: ({ response }) => {
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
      const beat = (): void => {
        response.write('data: ALIVE\n\n');
      };
      beat();
      const timer = setInterval(beat, app.heartbeatMs);
      response.once('close', () => {
        clearInterval(timer);
      });
    },
  };
}
