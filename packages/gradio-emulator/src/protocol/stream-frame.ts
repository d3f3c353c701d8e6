import type { StreamFacts } from '../versions/gradio-release.ts';
import type { PythonValue } from './python-value.ts';
import type { ServerMessage } from './server-message.ts';
import { wireMessage } from './wire-message.ts';
import { writeJsonAsDumps, writeJsonAsOrjson } from './write-json.ts';

/** Turns a message into the bytes of one stream route; `undefined` means that route does not show it. */
export type StreamFrame = (message: ServerMessage) => string | undefined;

/** The frames of `GET /queue/data`: every message, `data:` lines only. */
export function queueDataFrame(streams: StreamFacts): StreamFrame {
  return (message) => `data: ${writeJsonAsOrjson(wireMessage(message, streams))}\n\n`;
}

/**
 * The frames of `GET /call/<api>/<event_id>`: outputs, heartbeats and errors.
 *
 * Gradio 4.20 to 6.12 drop the text of a failed run (`data: null`).
 */
export function callFrame(streams: StreamFacts): StreamFrame {
  return (message) => {
    switch (message.msg) {
      case 'process_completed':
        if (message.success) return frame('complete', message.output['data'] ?? null);
        return frame('error', streams.callSaysWhy ? message.output : null);
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
}

function frame(event: string, data: PythonValue): string {
  return `event: ${event}\ndata: ${writeJsonAsDumps(data)}\n\n`;
}
