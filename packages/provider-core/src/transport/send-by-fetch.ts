import type { Answer, SentRequest } from './runtime-network.ts';

/** What a `fetch` is told beside the URL. */
export interface FetchInit extends Pick<SentRequest, 'method' | 'headers' | 'body' | 'signal'> {
  readonly redirect: 'manual';
}

/** What is asked of a `fetch`. */
export type Fetch = (url: URL, init: FetchInit) => Promise<Response>;

/** Sends a request by `fetch`, which does not tell when there is a connection: its timer never runs. */
export async function sendByFetch(fetch: Fetch, url: URL, { method, headers, body, signal, onConnected }: SentRequest): Promise<Answer> {
  onConnected();
  const response = await fetch(url, { method, headers, body, signal, redirect: 'manual' });
  const reader = response.body?.getReader();
  return {
    status: response.status,
    headers: response.headers,
    body: reader && {
      read: () => reader.read(),
      cancel: () => {
        reader.cancel().catch(() => undefined);
      },
    },
  };
}
