import { NotFoundError, ProtocolError, RejectedError, ResponseError, UnavailableError, serverMessage, statusError, type HttpResponse } from '@hypotez/provider-core';
import { spaceStateError } from '../client/space-state.ts';
import type { Space } from '../client/space.ts';
import { QueueFullError } from './queue-full-error.ts';
import { SpacePrivateError } from './space-private-error.ts';
import { stageError } from './stage-error.ts';

/**
 * Makes the typed error for an answer to the start that holds no job, from status and body: Gradio's own answers and those of
 * Hugging Face's edge share the statuses and differ in their words.
 */
export async function startError(space: Space, response: HttpResponse, body: string, signal: AbortSignal): Promise<Error> {
  const general = statusError(response, body, { billable: true, now: space.clock.date() });
  const { message, retryAfterMs } = general;
  const { ok, status } = response;
  const options = { status, retryAfterMs };
  const words = serverMessage(body);
  const isJson = /^\s*[[{"]/u.test(body);
  const { host } = new URL(response.url);
  if (ok) {
    const isRefusal = words !== '' && /^\s*\{/u.test(body);
    return new (isRefusal ? ResponseError : ProtocolError)(`The Space gave no id of a job: ${message}`, { ...options, billed: 'maybe' });
  }
  if (/queue is full/iu.test(words)) return new QueueFullError(message, options);
  if (/queue is stopped/iu.test(words)) return new UnavailableError(`${host} is restarting: ${words}`, options);
  if (status === 404 && /"detail"\s*:\s*"Not Found"/u.test(body)) return new NotFoundError(`${host} serves no Gradio API.`, options);
  // In JSON it is the application that wants a login; in HTML it is the edge that hides the Space.
  if (!isJson && [401, 403, 404].includes(status)) return new SpacePrivateError(`There is no Space at ${host}, or it is private and the token is missing or does not fit.`, options);
  // The author's own validation, as opposed to a body of the wrong shape.
  if (status === 422 && /"__type__"\s*:\s*"validate"/u.test(body)) return new RejectedError(`The Space refuses the values: ${words}`, options);
  // Gradio looks the function up before it queues anything, and answers so when there is none; 5.3 and 5.49 were seen to send
  // the whole Python traceback, which helps nobody outside.
  if (status === 500 && /^\s*(?:Internal Server Error|Traceback)/u.test(body)) return new ResponseError(`${host} refused the job (HTTP 500): most likely it has no function of that name.`, options);
  return (status >= 502 ? (stageError(words, host, options) ?? (await spaceStateError(space, signal))) : undefined) ?? general;
}
