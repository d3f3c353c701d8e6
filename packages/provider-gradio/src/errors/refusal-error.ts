import { NotFoundError, serverMessage, statusError, type HttpResponse } from '@hypotez/provider-core';
import { spaceStateError } from '../client/space-state.ts';
import type { Space } from '../client/space.ts';
import { SpacePrivateError } from './space-private-error.ts';
import { stageError } from './stage-error.ts';

/** What is known of a refused request. */
export interface RefusedRequest {
  readonly signal?: AbortSignal | undefined;
  /** Whether it may be charged for. */
  readonly billable: boolean;
}

/**
 * Makes the typed error for a status of 300 and above of whatever route: no Gradio, no such Space, one that does not run.
 * Hugging Face's edge answers in the Space's place and is known by its words.
 */
export async function refusalError(space: Space, response: HttpResponse, body: string, { signal, billable }: RefusedRequest): Promise<Error> {
  const general = statusError(response, body, { billable, now: space.clock.date() });
  const { status } = response;
  const options = { status, retryAfterMs: general.retryAfterMs };
  const { host } = new URL(response.url);
  if (status === 404 && /"detail"\s*:\s*"Not Found"/u.test(body)) return new NotFoundError(`${host} serves no Gradio API.`, options);
  const isJson = /^\s*[[{"]/u.test(body);
  // In JSON it is the application that wants a login; in HTML it is the edge that hides the Space.
  if (!isJson && [401, 403, 404].includes(status)) return new SpacePrivateError(`There is no Space at ${host}, or it is private and the token is missing or does not fit.`, options);
  return (status >= 502 ? (stageError(serverMessage(body), host, options) ?? (await spaceStateError(space, signal))) : undefined) ?? general;
}
