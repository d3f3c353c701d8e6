import type { Space } from '../space/space-options.ts';

/** Inputs of `infer` that make it quick: a small picture in two steps. */
export const quickInputs: readonly unknown[] = ['a lake', '', 7, false, 64, 48, 4.5, 2];

/** Path before every API route of a Space. */
export function prefixOf({ gradioVersion }: Space): string {
  return gradioVersion.startsWith('4.') ? '' : '/gradio_api';
}

/** Posts JSON to a route of the API. */
export function postJson(space: Space, route: string, body: unknown): Promise<Response> {
  return fetch(`${space.url}${prefixOf(space)}${route}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** Posts a body to `/call/<api>`. */
export function postCall(
  space: Space,
  api: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${space.url}${prefixOf(space)}/call/${api}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** Posts a job and returns its event id. */
export async function startJob(space: Space, api: string, data: readonly unknown[], session?: string): Promise<string> {
  const response = await postCall(space, api, { data, session_hash: session });
  const body: unknown = await response.json();
  if (typeof body === 'object' && body !== null && 'event_id' in body && typeof body.event_id === 'string') {
    return body.event_id;
  }
  throw new Error(`No event: ${JSON.stringify(body)}`);
}

/** Posts to `/cancel`. */
export function cancelJob(space: Space, session: string, functionIndex: number, event: string): Promise<Response> {
  return fetch(`${space.url}${prefixOf(space)}/cancel`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ session_hash: session, fn_index: functionIndex, event_id: event }),
  });
}

/** The `fn_index` of a function. */
export async function functionIndex(space: Space, api: string): Promise<number> {
  const text = await (await fetch(`${space.url}/config`)).text();
  const names = [...text.matchAll(/"api_name":"([^"]+)"/g)].map((match) => match[1]);
  return names.indexOf(api);
}

/** URL of the stream that shows everything of a session. */
export function queueDataUrl(space: Space, session: string): string {
  return `${space.url}${prefixOf(space)}/queue/data?session_hash=${session}`;
}

/** URL of the stream of one event. */
export function callUrl(space: Space, api: string, event: string): string {
  return `${space.url}${prefixOf(space)}/call/${api}/${event}`;
}
