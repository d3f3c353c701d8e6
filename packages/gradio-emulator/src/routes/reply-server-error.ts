import type { ServerResponse } from 'node:http';
import { replyText } from '../http/reply.ts';
import { serverErrorText } from '../protocol/server-error-text.ts';
import type { SpaceApp } from '../space/space-app.ts';

/** Answers as Gradio does where it fails without a handler: 500, with a traceback in some releases. */
export function replyServerError(app: SpaceApp, response: ServerResponse, error: string): void {
  replyText(response, 500, 'text/plain; charset=utf-8', serverErrorText(app.release, error));
}
