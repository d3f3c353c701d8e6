import { replyText } from '../http/reply.ts';
import type { SpaceApp } from '../space/space-app.ts';
import type { Route } from './route.ts';

/** The page of the Space. The emulator has no user interface, only this note. */
export function pageRoute(app: SpaceApp, method: 'GET' | 'HEAD'): Route {
  return {
    method,
    path: /^\/$/,
    login: false,
    handle: ({ response }) => {
      app.isDescribed = true;
      const page = '<!doctype html><title>Gradio</title><p>An emulated Gradio Space: there is only its API.</p>\n';
      replyText(response, 200, 'text/html; charset=utf-8', page);
    },
  };
}
