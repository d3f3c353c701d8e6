import type { SpaceApp } from '../space/space-app.ts';
import { callRoute } from './call-route.ts';
import { callStreamRoute } from './call-stream-route.ts';
import { cancelRoute } from './cancel-route.ts';
import { configRoute } from './config-route.ts';
import { fileRoute } from './file-route.ts';
import { infoRoute } from './info-route.ts';
import { loginRoutes } from './login-routes.ts';
import { pageRoute } from './page-route.ts';
import { queueDataRoute } from './queue-data-route.ts';
import type { Route } from './route.ts';

/** Every route of a Space. */
export function spaceRoutes(app: SpaceApp): readonly Route[] {
  return [
    callRoute(app),
    callStreamRoute(app),
    queueDataRoute(app),
    cancelRoute(app),
    fileRoute(app, 'GET'),
    fileRoute(app, 'HEAD'),
    configRoute(app),
    infoRoute(app),
    ...loginRoutes(app),
    pageRoute('GET'),
    pageRoute('HEAD'),
  ];
}
