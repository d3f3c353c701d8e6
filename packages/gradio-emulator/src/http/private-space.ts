import type { IncomingMessage, ServerResponse } from 'node:http';
import { replyText } from './reply.ts';

const page = `<!DOCTYPE html>
<html>
<head><title>404 – Hugging Face</title></head>
<body><h1>404</h1><p>Sorry, we can’t find the page you are looking for.</p></body>
</html>
`;

/**
 * Answers as Hugging Face's edge does when a private Space is asked without its token: 404 HTML.
 *
 * Returns whether the request is answered.
 */
export function answerStranger(request: IncomingMessage, response: ServerResponse, token: string | undefined): boolean {
  if (token === undefined) return false;
  const expected = `Bearer ${token}`;
  if (request.headers.authorization === expected || request.headers['x-hf-authorization'] === expected) return false;
  replyText(response, 404, 'text/html; charset=utf-8', page);
  return true;
}
