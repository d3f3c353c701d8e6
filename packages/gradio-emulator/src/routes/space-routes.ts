import type { SpaceApp } from '../space/space-app.ts';
import { callByNameRoute } from './call-by-name-route.ts';
import { callRoute } from './call-route.ts';
import { callStreamRoute } from './call-stream-route.ts';
import { cancelRoute } from './cancel-route.ts';
import { configRoute } from './config-route.ts';
import { fileRoute } from './file-route.ts';
import { heartbeatRoute } from './heartbeat-route.ts';
import { infoRoute } from './info-route.ts';
import { loginRoutes } from './login-routes.ts';
import { pageRoute } from './page-route.ts';
import { queueDataRoute } from './queue-data-route.ts';
import { queueJoinRoute } from './queue-join-route.ts';
import { resetRoute } from './reset-route.ts';
import type { Route } from './route.ts';
import { statusRoutes } from './status-routes.ts';
import { uploadRoute } from './upload-route.ts';

/** Every route of a Space. */
export function spaceRoutes(app: SpaceApp): readonly Route[] {
  return [
    ...(app.release.queue.callsByName ? [callByNameRoute(app)] : []),
    callRoute(app),
    callStreamRoute(app),
    queueJoinRoute(app),
    queueDataRoute(app),
    cancelRoute(app),
    resetRoute(app),
    heartbeatRoute(app),
    fileRoute(app, 'GET'),
    fileRoute(app, 'HEAD'),
    uploadRoute(app),
    configRoute(app),
    infoRoute(app),
    ...loginRoutes(app),
    ...statusRoutes(app),
    pageRoute('GET'),
    pageRoute('HEAD'),
  ];
}
