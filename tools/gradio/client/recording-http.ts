import { createHttp, type Http, type HttpRequest } from '@hypotez/provider-core';

/** A transport that keeps what went through it. */
export interface RecordingHttp extends Http {
  /** Method and path of every request, in order. */
  readonly requests: readonly string[];
  /** Bodies of the answers to every started job. */
  readonly started: readonly string[];
}

/** Makes the real transport, with a record of it. */
export function createRecordingHttp(): RecordingHttp {
  const http = createHttp();
  const requests: string[] = [];
  const started: string[] = [];
  return {
    requests,
    started,
    close: () => http.close(),
    request: async (request: HttpRequest) => {
      const { method = 'GET', url } = request;
      requests.push(`${method} ${new URL(url).pathname}`);
      const response = await http.request(request);
      if (method !== 'POST' || !response.ok || !String(url).includes('/call/')) return response;
      // The body is read here once, so what is handed on has to bring it along.
      const body = await response.text();
      started.push(body);
      return { ...response, text: () => Promise.resolve(body) };
    },
  };
}
