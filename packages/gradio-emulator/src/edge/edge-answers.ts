import type { IncomingMessage, ServerResponse } from 'node:http';
import { replyText } from '../http/reply.ts';
import type { SpaceState } from './space-states.ts';

const wakingPage = `<!DOCTYPE html>
<html>
<head><title>Hugging Face</title></head>
<body><h1>503</h1><p>This Space is starting. The page will be there in a moment.</p></body>
</html>
`;

const notFoundPage = `<!DOCTYPE html>
<html>
<head><title>404 – Hugging Face</title></head>
<body><h1>404</h1><p>Sorry, we can’t find the page you are looking for.</p></body>
</html>
`;

const texts = {
  paused: 'The space is paused, ask a maintainer to restart it',
  broken: 'Your space is in error, check its status on hf.co',
} as const;

/** Answers for a Space that does not run: 503, as text for one that will not come back, else as a page. */
export function answerAsEdge(response: ServerResponse, state: Exclude<SpaceState, 'running'>): void {
  if (state === 'paused' || state === 'broken') {
    replyText(response, 503, 'text/plain; charset=utf-8', texts[state]);
    return;
  }
  replyText(response, 503, 'text/html; charset=utf-8', wakingPage);
}

/**
 * Answers as Hugging Face's edge does when a private Space is asked without its token: 404 HTML.
 *
 * Returns whether the request is answered.
 */
export function answerStranger(request: IncomingMessage, response: ServerResponse, token: string | undefined): boolean {
  if (token === undefined) return false;
  const expected = `Bearer ${token}`;
  if (request.headers.authorization === expected || request.headers['x-hf-authorization'] === expected) return false;
  replyText(response, 404, 'text/html; charset=utf-8', notFoundPage);
  return true;
}
