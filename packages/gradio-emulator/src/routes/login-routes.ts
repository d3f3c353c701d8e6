import { replyDetail, replyJson } from '../http/reply.ts';
import { invalidField } from '../http/validation-error.ts';
import { requestRoot } from '../protocol/root-url.ts';
import type { SpaceApp } from '../space/space-app.ts';
import type { Exchange, Route } from './route.ts';

/** `POST /login`, `GET /login_check`, `GET /token` and `GET /user`: the author's own name and password, not Hugging Face's. */
export function loginRoutes(app: SpaceApp): readonly Route[] {
  const { apiPrefix } = app.release;
  return [
    {
      method: 'POST',
      path: /^\/login\/?$/,
      login: false,
      handle: (exchange) => {
        logIn(app, exchange);
      },
    },
    {
      method: 'GET',
      path: new RegExp(`^${apiPrefix}/login_check/?$`),
      login: true,
      handle: ({ response }) => {
        replyJson(response, 200, null);
      },
    },
    {
      method: 'GET',
      path: new RegExp(`^${apiPrefix}/token/?$`),
      login: false,
      handle: ({ request, response }) => {
        replyJson(response, 200, { token: app.login.token(request), user: app.login.user(request) });
      },
    },
    {
      method: 'GET',
      path: new RegExp(`^${apiPrefix}/user/?$`),
      login: false,
      handle: ({ request, response }) => {
        replyJson(response, 200, app.login.user(request));
      },
    },
  ];
}

function logIn(app: SpaceApp, { request, response, body }: Exchange): void {
  const isForm = (request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
  const form = new URLSearchParams(isForm ? body : '');
  const missing = ['username', 'password'].filter((name) => !form.has(name));
  if (missing.length > 0) {
    const errors = missing.map((name) => invalidField('missing', 'body', name, null));
    replyDetail(response, 422, errors);
    return;
  }
  if (app.login.login === undefined) {
    const location = app.release.files.redirectsToRoot ? requestRoot(app.release, request, '/login') : '/';
    response.writeHead(302, { 'content-length': 0, location }).end();
    return;
  }
  const cookies = app.login.enter(form.get('username') ?? '', form.get('password') ?? '');
  if (cookies === undefined) replyDetail(response, 400, 'Incorrect credentials.');
  else replyJson(response, 200, { success: true }, { 'set-cookie': cookies });
}
