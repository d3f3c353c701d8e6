import type { Answer, SentRequest } from './runtime-network.ts';

/** Sends a request by `fetch`, which does not tell when there is a connection: its timer never runs. */
export async function sendByFetch(url: URL, { method, headers, body, signal, onConnected }: SentRequest): Promise<Answer> {
  onConnected();
  return answerOf(await fetch(url, { method, headers, body, signal, redirect: 'manual' }));
}

/** Takes a `Response` as an answer. */
export function answerOf({ status, headers, body }: Response): Answer {
  const reader = body?.getReader();
  return {
    status,
    headers,
    body: reader && {
      read: () => reader.read(),
      cancel: () => {
        reader.cancel().catch(() => undefined);
      },
    },
  };
}
