import type { ServerResponse } from 'node:http';
import { replyDetail } from '../http/reply.ts';
import type { SpaceApp } from '../space/space-app.ts';

/** Refuses somebody who has not logged in: 401. */
export function replyNotAuthenticated(app: SpaceApp, response: ServerResponse): void {
  replyDetail(response, 401, app.release.errors.notAuthenticated);
}
