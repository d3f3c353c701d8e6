import { replyText } from '../http/reply.ts';
import type { Route } from './route.ts';

/** The page of the Space. The emulator has no user interface, only this note. */
export function pageRoute(method: 'GET' | 'HEAD'): Route {
  return {
    method,
    path: /^\/$/,
    login: false,
    handle: ({ response }) => {
      const page = '<!doctype html><title>Gradio</title><p>An emulated Gradio Space: there is only its API.</p>\n';
      replyText(response, 200, 'text/html; charset=utf-8', page);
    },
  };
}
