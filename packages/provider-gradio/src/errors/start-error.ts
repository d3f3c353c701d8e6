import { NotFoundError, RejectedError, ResponseError, UnavailableError, serverMessage, statusError, type HttpResponse } from '@hypotez/provider-core';
import type { Space } from '../client/space.ts';
import { spaceStateError } from '../client/space-state.ts';
import { QueueFullError } from './queue-full-error.ts';
import { SpaceBrokenError } from './space-broken-error.ts';
import { SpaceBuildingError } from './space-building-error.ts';
import { SpacePausedError } from './space-paused-error.ts';
import { SpacePrivateError } from './space-private-error.ts';
import { SpaceSleepingError } from './space-sleeping-error.ts';

/**
 * Makes the typed error for a job that was not taken, from status and body: Gradio's own answers and those of Hugging
 * Face's edge share the statuses and differ in their words.
 */
export async function startError(space: Space, response: HttpResponse, body: string, signal: AbortSignal): Promise<Error> {
  const general = statusError(response, body, { billable: true, now: space.clock.date() });
  const { status, retryAfterMs } = general;
  const options = { status, retryAfterMs };
  const words = serverMessage(body);
  const { host } = new URL(response.url);
  if (/queue is full/iu.test(words)) return new QueueFullError(`The queue of ${host} is full: ${words}`, options);
  if (/queue is stopped/iu.test(words)) return new UnavailableError(`${host} is restarting: ${words}`, options);
  if (status === 404 && /"detail"\s*:\s*"Not Found"/u.test(body)) return new NotFoundError(`${host} serves no Gradio API.`, options);
  if (status === 404 || status === 401 || status === 403) {
    // In JSON it is the application that wants a login; in HTML it is the edge that hides the Space.
    return isJson(body) ? general : new SpacePrivateError(`No Space is to be seen at ${host}: it does not exist, or it is private and the token is missing or does not fit.`, options);
  }
  if (status === 500 && /^\s*(?:Internal Server Error|Traceback)/u.test(body)) {
    // Gradio looks the function up before it queues anything, and answers so when there is none; 5.3 and 5.49 were seen
    // to send the whole Python traceback, which helps nobody outside.
    return new ResponseError(`${host} refused the job (HTTP 500): most likely it has no function of that name.`, { ...options, billed: 'no' });
  }
  if (status === 422 && isValidation(body)) return new RejectedError(`The Space refuses the values: ${words}`, options);
  if (status !== undefined && status >= 502) return edgeError(host, words, options) ?? (await spaceStateError(space, signal)) ?? general;
  return general;
}

function edgeError(host: string, words: string, options: { status: number | undefined }): ResponseError | undefined {
  if (/\bpaused\b/iu.test(words)) return new SpacePausedError(`The Space ${host} is paused; its owner has to start it.`, options);
  if (/space is in error/iu.test(words)) return new SpaceBrokenError(`The Space ${host} is broken; its owner has to mend it.`, options);
  if (/\bsleep/iu.test(words)) return new SpaceSleepingError(`The Space ${host} was asleep and is waking up.`, options);
  if (/\b(?:building|starting|preparing)\b/iu.test(words)) return new SpaceBuildingError(`The Space ${host} is being built or is starting.`, options);
  return undefined;
}

function isJson(body: string): boolean {
  return /^\s*[[{"]/u.test(body);
}

/** The author's own validation, as opposed to a body of the wrong shape. */
function isValidation(body: string): boolean {
  return /"__type__"\s*:\s*"validate"/u.test(body);
}
