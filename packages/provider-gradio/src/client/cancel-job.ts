import { TimeoutError, startDeadline, type HttpRequest } from '@hypotez/provider-core';
import { requestSpace } from './request-space.ts';
import type { Space } from './space.ts';
import type { SpaceMemory } from './space-memory.ts';

/** Longest time for cancelling, in milliseconds. */
const CANCEL_TIMEOUT_MS = 3000;

/** Head start of the closed stream before `/cancel`, in milliseconds: the two travel on different connections. */
const HEAD_START_MS = 250;

/** A job that nobody waits for any more. */
export interface AbandonedJob {
  readonly sessionHash: string;
  /** Missing when the answer to the start had not come yet. */
  readonly eventId?: string | undefined;
  /** Headers that lead to the machine that has the job. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Whether its stream was opened, and closed again, before. */
  readonly wasFollowed: boolean;
  /** Whether it is known to have left the queue. */
  readonly hasStarted: boolean;
}

/**
 * Tells the Space that nobody waits for a job. As well as it can: failures are ignored, and a plain function runs to its end.
 *
 * Closing the stream is what takes a waiting job out of the queue on Gradio before 6.14, so a stream that was never opened
 * is opened and closed first. `/cancel` then ends generators and running jobs.
 */
export async function cancelJob(space: Space, memory: SpaceMemory, { sessionHash, eventId, headers, wasFollowed, hasStarted }: AbandonedJob): Promise<void> {
  const { clock } = space;
  const deadline = startDeadline({ clock, delayMs: CANCEL_TIMEOUT_MS, reason: () => new TimeoutError('total', CANCEL_TIMEOUT_MS) });
  const touch = async (route: string, request?: Pick<HttpRequest, 'method' | 'json'>): Promise<void> => {
    try {
      (await requestSpace(space, `${memory.prefixes[0]}/${route}`, { ...request, headers, signal: deadline.signal, headersTimeoutMs: CANCEL_TIMEOUT_MS / 2 })).cancel();
    } catch {
      // Nobody waits for the outcome, and there is nobody to tell.
    }
  };
  if (!wasFollowed) await touch(`queue/data?session_hash=${encodeURIComponent(sessionHash)}`);
  if (eventId !== undefined) {
    // A `/cancel` that overtakes the closing ends the stream in good order; a waiting job then stays in the queue and runs.
    if (!hasStarted) await new Promise<void>((resolve) => clock.schedule(resolve, HEAD_START_MS));
    // `fn_index` must be a number; which one matters only for the names of tasks that plain functions do not have.
    await touch('cancel', { method: 'POST', json: { session_hash: sessionHash, fn_index: 0, event_id: eventId } });
  }
  deadline.stop();
}
