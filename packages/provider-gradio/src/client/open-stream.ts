import { JobLostError, ProtocolError, readErrorBody, serverMessage, statusError, type HttpResponse } from '@hypotez/provider-core';
import { GRADIO_HEADERS } from './gradio-headers.ts';
import { spaceRoot, type Space } from './space.ts';
import type { SpaceMemory, StreamKind } from './space-memory.ts';
import type { StartedJob } from './start-job.ts';

/** The open stream of a job. */
export interface JobStream {
  readonly kind: StreamKind;
  readonly response: HttpResponse;
}

/**
 * Opens the stream that a job's news come from.
 *
 * Where `/queue/data` is not served the job is read from `/call/<api>/<event_id>`. Only newer Gradios know it there under a
 * session of its own; the others say so inside that stream, and the job is then lost: it is never started a second time.
 */
export async function openStream(space: Space, memory: SpaceMemory, job: StartedJob, signal: AbortSignal): Promise<JobStream> {
  if (job.stream === 'queue') {
    const response = await get(space, `${memory.prefix}/queue/data?session_hash=${encodeURIComponent(job.sessionHash)}`, job, signal);
    if (response.status !== 404 && response.status !== 405) return { kind: 'queue', response: await requireStream(space, response) };
    response.cancel();
    memory.hasQueueStream = false;
  }
  const path = `${memory.prefix}/call/${encodeURIComponent(job.apiName)}/${encodeURIComponent(job.eventId)}`;
  return { kind: 'call', response: await requireStream(space, await get(space, path, job, signal)) };
}

/** The error of a job that cannot be read where it is: of a stream that the Space does not serve. */
export function unreadableJob(): JobLostError {
  return new JobLostError(
    'The Space took the job, but serves no /queue/data to follow it. It was not started again. The next run uses the plain flow, as does the option stream: "call".',
    { billed: 'maybe' },
  );
}

function get(space: Space, path: string, { cookie }: StartedJob, signal: AbortSignal): Promise<HttpResponse> {
  const { http, credential, proxy } = space;
  const headers = { ...GRADIO_HEADERS, accept: 'text/event-stream', ...(cookie === undefined ? {} : { cookie }) };
  return http.request({ url: `${spaceRoot(space)}${path}`, headers, credential, proxy, signal, billable: true });
}

async function requireStream(space: Space, response: HttpResponse): Promise<HttpResponse> {
  const isStream = (response.headers.get('content-type') ?? '').startsWith('text/event-stream');
  if (response.ok && isStream) return response;
  const body = await readErrorBody(response);
  if (!response.ok) {
    const { message, status, retryAfterMs } = statusError(response, body, { now: space.clock.date() });
    // Not the class of the status: the job was taken, so none of them means that nothing was charged.
    throw new JobLostError(`The Space took the job, but it cannot be followed: ${message}`, { status, retryAfterMs, billed: 'maybe' });
  }
  const words = /^\s*[<{]/u.test(body) ? serverMessage(body) : '';
  throw new ProtocolError(`Instead of the job's events came ${words === '' ? 'something else' : words}.`, { billed: 'maybe' });
}
