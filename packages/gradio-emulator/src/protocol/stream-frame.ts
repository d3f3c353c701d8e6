import type { ServerMessage } from './server-message.ts';
import { writeJsonAsDumps, writeJsonAsOrjson } from './write-json.ts';
import type { PythonValue } from './python-value.ts';

/** Turns a message into the bytes of one stream route; `undefined` means that route does not show it. */
export type StreamFrame = (message: ServerMessage) => string | undefined;

/** The frames of `GET /queue/data`: every message, `data:` lines only. */
export const queueDataFrame: StreamFrame = (message) => `data: ${writeJsonAsOrjson(message)}\n\n`;

/**
 * The frames of `GET /call/<api>/<event_id>`: outputs, heartbeats and bare errors.
 *
 * The text of a failed run is dropped (`data: null`), as Gradio 4.20 to 6.12 do.
 */
export const callFrame: StreamFrame = (message) => {
  switch (message.msg) {
    case 'process_completed':
      return frame(message.success ? 'complete' : 'error', message.output['data'] ?? null);
    case 'process_generating':
      return frame('generating', message.output['data'] ?? null);
    case 'heartbeat':
      return frame('heartbeat', null);
    case 'unexpected_error':
      return frame('error', message.message);
    default:
      return undefined;
  }
};

function frame(event: string, data: PythonValue): string {
  return `event: ${event}\ndata: ${writeJsonAsDumps(data)}\n\n`;
}
