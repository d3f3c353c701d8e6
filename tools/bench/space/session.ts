import type { ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { Message } from './canned-job.ts';
import type { JobKind } from './job-content.ts';

/** A job that somebody asked for. */
export interface Job {
  readonly id: string;
  readonly kind: JobKind;
  readonly messages: readonly Message[];
}

/** Pause between two messages of `infer`, in milliseconds: long enough that they reach the reader one by one. */
const PAUSE_MS = 1;

/** A job that waits goes on behind this many messages. */
const HELD_AT = 2;

const CLOSE_STREAM = 'data: {"msg":"close_stream","event_id":null}\n\n';

/** The jobs of one session hash, and the one stream that tells of them; it ends with the last job, as Gradio's does. */
export interface Session {
  add(job: Job): void;
  open(response: ServerResponse): void;
}

/** What a session has to know of the server. */
export interface SessionRules {
  /** Called by a held job that has told that it started; settles when it may go on. */
  readonly wait: () => Promise<void>;
  /** Called at the end of the stream: the session is forgotten. */
  readonly isOver: () => void;
}

/** Opens a session without jobs. */
export function createSession({ wait, isOver }: SessionRules): Session {
  let stream: ServerResponse | undefined;
  const waiting: Job[] = [];
  let unfinished = 0;

  async function play({ id, kind, messages }: Job, response: ServerResponse): Promise<void> {
    for (const [index, message] of messages.entries()) {
      if (kind === 'infer') await setTimeout(PAUSE_MS);
      if (kind === 'hold' && index === HELD_AT) await wait();
      if (response.destroyed) return;
      const [first, ...rest] = message;
      const isLast = index === messages.length - 1 && (unfinished -= 1) === 0;
      // The end of the stream follows the result in one go, so that nobody asks for another job in between.
      let isTaken = response.write(`data: {"event_id":"${id}",${first}${isLast ? CLOSE_STREAM : ''}`);
      for (const part of rest) isTaken = response.write(part);
      if (isLast) {
        response.end();
        isOver();
        return;
      }
      if (!isTaken) await drained(response);
    }
  }

  return {
    add: (job) => {
      unfinished += 1;
      if (stream === undefined) waiting.push(job);
      else void play(job, stream);
    },
    open: (response) => {
      stream = response;
      // Each of its jobs may wait for the reader.
      response.setMaxListeners(0);
      response.socket?.setNoDelay(true);
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
      response.flushHeaders();
      for (const job of waiting.splice(0)) void play(job, response);
    },
  };
}

/** Waits until the reader has taken what was written, or is gone. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const goOn = (): void => {
      response.off('drain', goOn).off('close', goOn);
      resolve();
    };
    response.on('drain', goOn).on('close', goOn);
  });
}
