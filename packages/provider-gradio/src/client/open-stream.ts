import { JobLostError, ProtocolError, readErrorBody, statusError, type HttpResponse } from '@hypotez/provider-core';
import { requestSpace } from './request-space.ts';
import type { SpaceMemory } from './space-memory.ts';
import type { Space } from './space.ts';
import type { StartedJob } from './start-job.ts';

/**
 * Opens the stream that a job's news come from.
 *
 * Where `/queue/data` is not served the job is read from `/call/<api>/<event_id>`. Only newer Gradios know it there under a
 * session of its own; the others say so inside that stream, and the job is then lost: it is never started a second time.
 */
export async function openStream(space: Space, memory: SpaceMemory, { stream, apiName, eventId, sessionHash, headers }: StartedJob, signal: AbortSignal): Promise<HttpResponse> {
  const get = (path: string): Promise<HttpResponse> => requestSpace(space, `${memory.prefixes[0]}${path}`, {
    headers: { accept: 'text/event-stream', ...headers },
    signal,
    billable: true,
  });
  if (stream === 'queue') {
    const response = await get(`/queue/data?session_hash=${encodeURIComponent(sessionHash)}`);
    if (response.status !== 404 && response.status !== 405) return requireStream(space, response);
    response.cancel();
    memory.hasQueueStream = false;
  }
  return requireStream(space, await get(`/call/${encodeURIComponent(apiName)}/${eventId}`));
}

async function requireStream({ clock }: Space, response: HttpResponse): Promise<HttpResponse> {
  const { ok, headers } = response;
  if (ok && headers.get('content-type')?.startsWith('text/event-stream') === true) return response;
  const { message, status, retryAfterMs } = statusError(response, await readErrorBody(response), { now: clock.date() });
  const options = { status, retryAfterMs };
  // Not the class of the status: the job was taken, so none of them means that nothing was charged.
  throw new (ok ? ProtocolError : JobLostError)(`The Space took the job, which cannot be followed: ${message}`, options);
}
