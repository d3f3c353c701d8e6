import type { Step } from '../server/step.ts';
import { chunk } from './chunk.ts';
import { head } from './head.ts';

/** Begins a stream of server-sent events, whose pieces are chunks. */
export function eventStream(): Step {
  return head(200, { 'content-type': 'text/event-stream; charset=utf-8', 'transfer-encoding': 'chunked' });
}

/** Sends one event as one chunk; what is no string is sent as JSON. */
export function event(data: unknown, name?: string): Step {
  return chunk(eventText(data, name));
}

/** Sends a comment, which many servers use to keep a connection alive. */
export function comment(text = ''): Step {
  return chunk(`:${text}\n\n`);
}

/** The text of one event. */
export function eventText(data: unknown, name?: string): string {
  return `${name === undefined ? '' : `event: ${name}\n`}data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;
}
