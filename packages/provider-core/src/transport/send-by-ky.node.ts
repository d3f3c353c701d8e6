import ky from 'ky';
import type { Answer, BodyReader, ResponseHeaders, Send, SentRequest } from './runtime-network.ts';
import { answerOf } from './send-by-fetch.ts';

const client = ky.create({ retry: 0, timeout: false, throwHttpErrors: false });

/** Sends by way of ky, which is handed the way and not the request: what it would do to a request is done already. */
export async function sendByKy(send: Send, url: URL, request: SentRequest): Promise<Answer> {
  let headers: ResponseHeaders | undefined;
  const response = await client(url, {
    fetch: async () => {
      const answer = await send(url, request);
      ({ headers } = answer);
      return new Response(answer.body && streamOf(answer.body), { status: answer.status });
    },
  });
  const answer = answerOf(response);
  return { ...answer, headers: headers ?? answer.headers };
}

function streamOf(body: BodyReader): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await body.read();
      if (value !== undefined) controller.enqueue(value);
      if (done) controller.close();
    },
    cancel: () => {
      body.cancel();
    },
  }, { highWaterMark: 0 });
}
