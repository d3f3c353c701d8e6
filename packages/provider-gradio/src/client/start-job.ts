import { parseJson, propertyOf, readErrorBody, type HttpResponse } from '@hypotez/provider-core';
import { startError } from '../errors/start-error.ts';
import { cookiesOf } from './cookies-of.ts';
import { isMissingRoute } from './is-missing-route.ts';
import { requestSpace } from './request-space.ts';
import type { SpaceMemory, StreamKind } from './space-memory.ts';
import type { Space } from './space.ts';

/** A job that a Space took. */
export interface StartedJob {
  readonly eventId: string;
  /** The only key to the job's stream and to cancelling it. */
  readonly sessionHash: string;
  readonly apiName: string;
  /** Which stream the job can be read from. */
  readonly stream: StreamKind;
  /** Headers that lead back to the machine that has the job: the cookies of a balanced Space. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What is asked of a function of the Space. */
export interface JobRequest {
  /** Name of the function, without a slash. */
  readonly apiName: string;
  /** One value for each input component, in order. */
  readonly data: readonly unknown[];
  readonly sessionHash: string;
  readonly stream: StreamKind;
  readonly signal: AbortSignal;
  /** Headers that lead to the machine that has the files of the data. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/**
 * Puts a job into the Space's queue.
 *
 * The first job of a Space finds the prefix: an answer that no such route exists is asked again, once, with the other one.
 *
 * @throws {ResponseError} of the kind that the Space's answer means.
 */
export async function startJob(space: Space, memory: SpaceMemory, request: JobRequest): Promise<StartedJob> {
  const [prefix, other] = memory.prefixes;
  let answer = await post(space, memory, prefix, request);
  if (other !== undefined && isMissing(answer)) {
    const second = await post(space, memory, other, request);
    // The first answer says what is wrong when neither prefix is served.
    if (!isMissing(second)) {
      answer = second;
      // An answer in JSON is Gradio's own, whatever it says: the prefix is right. Pages come from before the Space.
      if (/^\s*\{/u.test(second.body)) memory.prefixes = [other];
    }
  }
  const { response, body } = answer;
  const eventId = response.ok ? idIn(body) : undefined;
  if (eventId === undefined) throw await startError(space, response, body, request.signal);
  const { apiName, stream, sessionHash } = request;
  // Without a session of one's own Gradio takes the event's id for it.
  return { eventId, apiName, stream, sessionHash: stream === 'queue' ? sessionHash : eventId, headers: { ...request.headers, ...cookiesOf(response) } };
}

/** An answer to the start with its body. */
interface Answer {
  readonly response: HttpResponse;
  readonly body: string;
}

async function post(space: Space, memory: SpaceMemory, prefix: string, { apiName, data, sessionHash, stream, signal, headers }: JobRequest): Promise<Answer> {
  const response = await requestSpace(space, `${prefix}/call/${encodeURIComponent(apiName)}`, {
    method: 'POST',
    json: stream === 'queue' ? { data, session_hash: sessionHash } : { data },
    headers,
    signal,
    billable: true,
  });
  if (response.ok) memory.prefixes = [prefix];
  return { response, body: await (response.ok ? response.text(64 * 1024) : readErrorBody(response)) };
}

/** The id of the job; `undefined` where the answer holds none that can be asked for. */
function idIn(body: string): string | undefined {
  const id = propertyOf(parseJson(body), 'event_id');
  const text = typeof id === 'string' || Number.isSafeInteger(id) ? String(id) : '';
  // It goes into a path, so nothing may stand in it that means something there.
  return /^[\w-]{1,128}$/u.exec(text)?.[0];
}

function isMissing({ response, body }: Answer): boolean {
  return isMissingRoute(response.status, body);
}
