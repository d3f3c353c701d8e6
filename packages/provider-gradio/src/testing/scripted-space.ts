import { startSpace, type Space, type SpaceOptions } from '@hypotez/gradio-emulator';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';
import { RECORDED_ID } from './transcripts.ts';

/** Answers one request instead of the emulator, or leaves it unanswered. */
export type Answer = (response: ServerResponse, request: IncomingMessage) => unknown;

/** What a Space does otherwise than the emulator, by route and whatever the prefix. */
export interface Script {
  /** `POST /call/<api>`. With a scripted stream the default is to take the job under the recorded id. */
  readonly start?: Answer;
  /** `GET /queue/data`. */
  readonly stream?: Answer;
  /** `GET /call/<api>/<event id>`. */
  readonly callStream?: Answer;
  /** `POST /cancel`. */
  readonly cancel?: Answer;
  /** Everything else. */
  readonly other?: Answer;
  /** Sees every request before it is answered. */
  readonly watch?: (response: ServerResponse, request: IncomingMessage) => void;
}

/** Starts an emulated Space inside a test, with raw answers in the place of some of its own. */
export async function startScriptedSpace(script: Script = {}, options: SpaceOptions = {}): Promise<Space> {
  const isScripted = script.stream !== undefined || script.callStream !== undefined;
  const start = script.start ?? (isScripted ? json(200, { event_id: RECORDED_ID }) : undefined);
  const space = await startSpace({
    stepMs: 1,
    ...options,
    intercept: async (request, response) => {
      script.watch?.(response, request);
      const answer = answerFor(request, { ...script, ...(start === undefined ? {} : { start }) });
      await answer?.(response, request);
      return answer !== undefined;
    },
  });
  onTestFinished(() => space.close());
  return space;
}

function answerFor({ method, url = '' }: IncomingMessage, script: Script): Answer | undefined {
  if (method === 'POST' && /\/call\/[^/]+$/u.test(url)) return script.start;
  if (method === 'POST' && url.endsWith('/cancel')) return script.cancel;
  if (url.includes('/queue/data')) return script.stream;
  if (/\/call\/[^/]+\/[^/]+$/u.test(url)) return script.callStream;
  return script.other;
}

/** Answers with JSON. */
export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return body(status, JSON.stringify(value), { 'content-type': 'application/json', ...headers });
}

/** Answers with a page as Hugging Face's edge does. */
export function html(status: number, text: string): Answer {
  return body(status, text, { 'content-type': 'text/html; charset=utf-8' });
}

/** Answers with any text. */
export function body(status: number, text: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return (response) => {
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers }).end(text);
  };
}

/** Streams a text; cut, the connection is closed without the final chunk. */
export function stream(text: string, { isCut = false } = {}): Answer {
  return (response) => {
    beginStream(response);
    if (!isCut) {
      response.end(text);
      return;
    }
    response.write(text);
    response.socket?.destroySoon();
  };
}

/** Sends the head of an event stream. */
export function beginStream(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
  response.flushHeaders();
}

/** One message of `/queue/data` about the recorded job. */
export function message(msg: string, fields: Readonly<Record<string, unknown>> = {}): string {
  return `data: ${JSON.stringify({ msg, event_id: RECORDED_ID, ...fields })}\n\n`;
}

/** The message of a finished job. */
export function completed(data: readonly unknown[]): string {
  return message('process_completed', { output: { data }, success: true });
}
