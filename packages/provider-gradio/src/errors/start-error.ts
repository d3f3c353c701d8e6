import { ProtocolError, ResponseError, serverMessage, statusError, type HttpResponse } from '@hypotez/provider-core';
import type { Space } from '../client/space.ts';
import { loadExplanations } from './load-explanations.ts';
import { QueueFullError } from './queue-full-error.ts';

/** Makes the typed error for an answer to the start that holds no job, from status and body. */
export async function startError(space: Space, response: HttpResponse, body: string, signal: AbortSignal): Promise<Error> {
  const general = statusError(response, body, { billable: true, now: space.clock.date() });
  const { message, status, retryAfterMs } = general;
  if (response.ok) {
    const isRefusal = /^\s*\{/u.test(body) && serverMessage(body) !== '';
    const options = { status, billed: 'maybe' } as const;
    return new (isRefusal ? ResponseError : ProtocolError)(`The Space gave no id of a job: ${message}`, options);
  }
  // The usual answer of a ZeroGPU Space that is busy, so it has to be known in any case.
  if (/queue is full/iu.test(message)) return new QueueFullError(message, { status, retryAfterMs });
  const explanations = await loadExplanations();
  return (await explanations?.refusalError(space, { response, body, general, signal })) ?? general;
}
