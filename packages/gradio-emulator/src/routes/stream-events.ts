import type { ServerResponse } from 'node:http';
import type { ServerMessage } from '../protocol/server-message.ts';
import type { StreamFrame } from '../protocol/stream-frame.ts';
import type { SpaceApp } from '../space/space-app.ts';

/** What a stream reads from and how it looks. */
export interface EventStream {
  readonly app: Pick<SpaceApp, 'sessions' | 'queue' | 'heartbeatMs' | 'release'>;
  readonly sessionHash: string;
  readonly frame: StreamFrame;
}

/**
 * Streams the messages of a session until its last event is answered.
 *
 * An unknown session, and before 5.38 an event answered before, end in `unexpected_error` and a connection that is cut
 * without its final chunk. A reader who leaves early takes the session with him.
 */
export async function streamEvents(response: ServerResponse, stream: EventStream): Promise<void> {
  const { app, sessionHash } = stream;
  const { sessions, heartbeatMs } = app;
  const { unknownSession, cutsAtSecondAnswer } = app.release.streams;
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
  response.flushHeaders();
  let isCut = false;
  response.once('close', () => {
    if (!response.writableEnded && !isCut) app.queue.leave(sessionHash);
  });
  let heartbeatAt = performance.now() + heartbeatMs;
  while (!response.destroyed) {
    const queue = sessions.queue(sessionHash);
    if (queue === undefined) {
      isCut = true;
      cut(response, stream, { message: unknownSession, session_not_found: true });
      return;
    }
    const taken = await queue.take(Math.max(heartbeatAt - performance.now(), 0));
    if (taken === 'closed') continue;
    if (taken === 'timeout') {
      heartbeatAt = performance.now() + heartbeatMs;
      send(response, stream, { msg: 'heartbeat', event_id: null });
      continue;
    }
    send(response, stream, taken);
    if (taken.msg !== 'process_completed') continue;
    const { isFirst, left } = sessions.answer(sessionHash, taken.event_id);
    if (!isFirst && cutsAtSecondAnswer) {
      // Gradio fails with the KeyError of its own bookkeeping: a result that comes after a cancel.
      isCut = true;
      cut(response, stream, { message: `'${taken.event_id}'`, session_not_found: false });
      return;
    }
    if (left === 0) {
      send(response, stream, { msg: 'close_stream', event_id: null });
      response.end();
      return;
    }
  }
}

function send(response: ServerResponse, stream: EventStream, message: ServerMessage): void {
  const text = stream.frame(message);
  if (text !== undefined) response.write(text);
}

function cut(
  response: ServerResponse,
  stream: EventStream,
  error: { readonly message: string; readonly session_not_found: boolean },
): void {
  send(response, stream, { msg: 'unexpected_error', event_id: null, ...error, success: false });
  // Flushes what was written, then closes: the reader sees the event and after it a broken chunked body.
  response.socket?.destroySoon();
}
