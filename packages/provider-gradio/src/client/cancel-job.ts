import { TimeoutError, startDeadline, type Http, type HttpRequest } from '@hypotez/provider-core';
import { GRADIO_HEADERS } from './gradio-headers.ts';
import { spaceRoot, type Space } from './space.ts';
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
  /** Cookies that lead to the machine that has the job. */
  readonly cookie?: string | undefined;
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
export async function cancelJob(space: Space, memory: SpaceMemory, { sessionHash, eventId, cookie, wasFollowed, hasStarted }: AbandonedJob): Promise<void> {
  const { http, clock, credential, proxy } = space;
  const root = `${spaceRoot(space)}${memory.prefix}`;
  const deadline = startDeadline({ clock, delayMs: CANCEL_TIMEOUT_MS, reason: () => new TimeoutError('total', CANCEL_TIMEOUT_MS) });
  const headers = { ...GRADIO_HEADERS, ...(cookie === undefined ? {} : { cookie }) };
  const common = { headers, credential, proxy, signal: deadline.signal };
  try {
    if (!wasFollowed) await touch(http, { ...common, url: `${root}/queue/data?session_hash=${encodeURIComponent(sessionHash)}` });
    if (eventId === undefined) return;
    // A `/cancel` that overtakes the closing ends the stream in good order; a waiting job then stays in the queue and runs.
    if (!hasStarted) await new Promise<void>((resolve) => clock.schedule(resolve, HEAD_START_MS));
    // `fn_index` must be a number; which one matters only for the names of tasks that plain functions do not have.
    const json = { session_hash: sessionHash, fn_index: 0, event_id: eventId };
    await touch(http, { ...common, url: `${root}/cancel`, method: 'POST', json });
  } finally {
    deadline.stop();
  }
}

/** Sends a request whose answer interests nobody. */
async function touch(http: Http, request: HttpRequest): Promise<void> {
  try {
    (await http.request({ ...request, headersTimeoutMs: CANCEL_TIMEOUT_MS / 2 })).cancel();
  } catch {
    // Nobody waits for the outcome, and there is nobody to tell.
  }
}
