import { ProtocolError, RejectedError, ResponseError, UnavailableError, serverMessage, statusError, type HttpResponse } from '@hypotez/provider-core';
import type { Space } from '../client/space.ts';
import { QueueFullError } from './queue-full-error.ts';
import { refusalError } from './refusal-error.ts';

/** Makes the typed error for an answer to the start that holds no job, from status and body. */
export async function startError(space: Space, response: HttpResponse, body: string, signal: AbortSignal): Promise<Error> {
  const { message, retryAfterMs } = statusError(response, body, { billable: true, now: space.clock.date() });
  const { ok, status } = response;
  const options = { status, retryAfterMs };
  const words = serverMessage(body);
  const { host } = new URL(response.url);
  if (ok) {
    const isRefusal = words !== '' && /^\s*\{/u.test(body);
    return new (isRefusal ? ResponseError : ProtocolError)(`The Space gave no id of a job: ${message}`, { ...options, billed: 'maybe' });
  }
  if (/queue is full/iu.test(words)) return new QueueFullError(message, options);
  if (/queue is stopped/iu.test(words)) return new UnavailableError(`${host} is restarting: ${words}`, options);
  // The author's own validation, as opposed to a body of the wrong shape.
  if (status === 422 && /"__type__"\s*:\s*"validate"/u.test(body)) return new RejectedError(`The Space refuses the values: ${words}`, options);
  // Gradio looks the function up before it queues anything, and answers so when there is none; 5.3 and 5.49 were seen to send
  // the whole Python traceback, which helps nobody outside.
  if (status === 500 && /^\s*(?:Internal Server Error|Traceback)/u.test(body)) return new ResponseError(`${host} refused the job (HTTP 500): most likely it has no function of that name.`, options);
  return refusalError(space, response, body, { signal, billable: true });
}
