import { ProtocolError, ResponseError, readErrorBody, serverMessage, type HttpResponse } from '@hypotez/provider-core';
import * as v from 'valibot';
import { startError } from '../errors/start-error.ts';
import { GRADIO_HEADERS } from './gradio-headers.ts';
import type { StreamKind, SpaceMemory } from './space-memory.ts';
import { otherPrefix } from './space-memory.ts';
import { spaceRoot, type Space } from './space.ts';

/** A job that a Space took. */
export interface StartedJob {
  readonly eventId: string;
  /** The only key to the job's stream and to cancelling it. */
  readonly sessionHash: string;
  readonly apiName: string;
  /** Which stream the job can be read from. */
  readonly stream: StreamKind;
  /** Cookies of a balanced Space, which lead back to the machine that has the job. */
  readonly cookie?: string | undefined;
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
}

// An id goes into a path, so nothing may stand in it that means something there.
const eventIdSchema = v.pipe(v.union([v.string(), v.pipe(v.number(), v.safeInteger(), v.transform(String))]), v.regex(/^[\w-]{1,128}$/u));
const startedSchema = v.looseObject({ event_id: eventIdSchema });

/**
 * Puts a job into the Space's queue.
 *
 * The first job of a Space finds the prefix: an answer that no such route exists is asked again, once, with the other one.
 *
 * @throws {ResponseError} of the kind that the Space's answer means.
 */
export async function startJob(space: Space, memory: SpaceMemory, request: JobRequest): Promise<StartedJob> {
  const response = await post(space, memory.prefix, request);
  if (response.ok) return accepted(response, memory, request);
  const body = await readErrorBody(response);
  if (!memory.isPrefixKnown && isMissingRoute(response, body)) {
    const prefix = otherPrefix(memory.prefix);
    const second = await post(space, prefix, request);
    if (second.ok) {
      memory.prefix = prefix;
      return accepted(second, memory, request);
    }
    const secondBody = await readErrorBody(second);
    // An answer in JSON is Gradio's own, whatever it says: the prefix is right. Pages come from before the Space.
    if (!isMissingRoute(second, secondBody) && /^\s*\{/u.test(secondBody)) Object.assign(memory, { prefix, isPrefixKnown: true });
    // The first answer says what is wrong when neither prefix is served.
    if (!isMissingRoute(second, secondBody)) throw await startError(space, second, secondBody, request.signal);
  }
  throw await startError(space, response, body, request.signal);
}

function post(space: Space, prefix: string, { apiName, data, sessionHash, stream, signal }: JobRequest): Promise<HttpResponse> {
  const { http, credential, proxy } = space;
  return http.request({
    url: `${spaceRoot(space)}${prefix}/call/${encodeURIComponent(apiName)}`,
    method: 'POST',
    json: stream === 'queue' ? { data, session_hash: sessionHash } : { data },
    headers: GRADIO_HEADERS,
    credential,
    proxy,
    signal,
    billable: true,
  });
}

async function accepted(response: HttpResponse, memory: SpaceMemory, { apiName, sessionHash, stream }: JobRequest): Promise<StartedJob> {
  memory.isPrefixKnown = true;
  const body = await response.text(64 * 1024);
  const json = jsonOf(body);
  const parsed = v.safeParse(startedSchema, json);
  if (parsed.success) {
    const eventId = parsed.output.event_id;
    // Without a session of one's own Gradio takes the event's id for it.
    return { eventId, apiName, stream, sessionHash: stream === 'queue' ? sessionHash : eventId, cookie: cookiesOf(response) };
  }
  const words = json === undefined ? '' : serverMessage(body);
  if (words !== '' && typeof json === 'object') throw new ResponseError(`The Space refused the job: ${words}`, { status: response.status, billed: 'maybe' });
  throw new ProtocolError(`The Space answered ${json === undefined ? `with ${describe(response, body)}` : 'without the id of a job'}.`, { billed: 'maybe' });
}

function jsonOf(body: string): unknown {
  try {
    const value: unknown = JSON.parse(body);
    return value;
  } catch {
    return undefined;
  }
}

function describe(response: HttpResponse, body: string): string {
  if (body === '') return `nothing (HTTP ${response.status.toString()})`;
  return /^\s*</u.test(body) ? serverMessage(body) : 'something that is not JSON';
}

/** Gradio's own answer to an unknown route; a page in HTML comes from before the Space, and means another thing. */
function isMissingRoute({ status }: HttpResponse, body: string): boolean {
  return (status === 404 && /"detail"\s*:\s*"Not Found"/u.test(body)) || status === 405;
}

function cookiesOf({ headers }: HttpResponse): string | undefined {
  // Browsers keep cookies themselves and do not show them; there the list is empty.
  const pairs = headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0] ?? '');
  return pairs.length === 0 ? undefined : pairs.join('; ');
}
