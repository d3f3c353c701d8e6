import { NotFoundError, RejectedError, ResponseError, UnavailableError, serverMessage, type HttpResponse } from '@hypotez/provider-core';
import { spaceStateError } from '../client/space-state.ts';
import type { Space } from '../client/space.ts';
import { SpacePrivateError } from './space-private-error.ts';
import { edgeError } from './space-states.ts';

/** An answer that refuses a job. */
export interface Refusal {
  readonly response: HttpResponse;
  /** The beginning of its body. */
  readonly body: string;
  /** The error that the status alone means. */
  readonly general: ResponseError;
  readonly signal: AbortSignal;
}

/**
 * Finds the error that an answer means in detail; `undefined` when it means no more than its status does.
 *
 * Gradio's own answers and those of Hugging Face's edge share the statuses and differ in their words.
 */
export async function refusalError(space: Space, { response, body, general, signal }: Refusal): Promise<ResponseError | undefined> {
  const { status = 0, retryAfterMs } = general;
  const options = { status, retryAfterMs };
  const words = serverMessage(body);
  const { host } = new URL(response.url);
  if (status === 404 && /"detail"\s*:\s*"Not Found"/u.test(body)) return new NotFoundError(`${host} serves no Gradio API.`, options);
  if (status === 404 || status === 401 || status === 403) {
    // In JSON it is the application that wants a login; in HTML it is the edge that hides the Space.
    return /^\s*[[{"]/u.test(body) ? undefined : new SpacePrivateError(`No Space is to be seen at ${host}: it does not exist, or it is private and the token is missing or does not fit.`, options);
  }
  // The author's own validation, as opposed to a body of the wrong shape.
  if (status === 422 && /"__type__"\s*:\s*"validate"/u.test(body)) return new RejectedError(`The Space refuses the values: ${words}`, options);
  if (status === 500 && /^\s*(?:Internal Server Error|Traceback)/u.test(body)) {
    // Gradio looks the function up before it queues anything, and answers so when there is none; 5.3 and 5.49 were seen
    // to send the whole Python traceback, which helps nobody outside.
    return new ResponseError(`${host} refused the job (HTTP 500): most likely it has no function of that name.`, { ...options, billed: 'no' });
  }
  if (/queue is stopped/iu.test(words)) return new UnavailableError(`${host} is restarting: ${words}`, options);
  return status < 502 ? undefined : (edgeError(words, host, options) ?? spaceStateError(space, signal));
}
