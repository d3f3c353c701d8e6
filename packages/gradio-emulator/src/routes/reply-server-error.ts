import type { ServerResponse } from 'node:http';
import { replyText } from '../http/reply.ts';
import { serverErrorText } from '../protocol/server-error-text.ts';
import type { SpaceApp } from '../space/space-app.ts';

/**
 * Answers as Gradio does where it fails without a handler: 500, with a traceback in some releases.
 *
 * Such an answer is made outside of what adds the headers for pages of other origins.
 */
export function replyServerError(app: SpaceApp, response: ServerResponse, error: string): void {
  for (const name of response.getHeaderNames()) {
    if (name.startsWith('access-control-') || name === 'vary') response.removeHeader(name);
  }
  replyText(response, 500, 'text/plain; charset=utf-8', serverErrorText(app.release, error));
}
