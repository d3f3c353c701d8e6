import { replyJson } from '../http/reply.ts';
import type { SpaceApp } from '../space/space-app.ts';
import type { Route } from './route.ts';

/** What clients may ask of the Space itself: its `app_id`, the length of its queue, and whether it has started. */
export function statusRoutes(app: SpaceApp): readonly Route[] {
  const { apiPrefix } = app.release;
  return [
    {
      method: 'GET',
      path: new RegExp(`^${apiPrefix}/app_id/?$`),
      login: false,
      handle: ({ response }) => {
        replyJson(response, 200, { app_id: app.id });
      },
    },
    {
      method: 'GET',
      path: new RegExp(`^${apiPrefix}/queue/status$`),
      login: true,
      handle: ({ response }) => {
        const queue_size = app.queue.size;
        replyJson(response, 200, { msg: 'estimation', event_id: null, rank: null, queue_size, rank_eta: null });
      },
    },
    {
      method: 'GET',
      path: new RegExp(`^${apiPrefix}/startup-events$`),
      login: false,
      handle: ({ response }) => {
        replyJson(response, 200, false);
      },
    },
  ];
}
