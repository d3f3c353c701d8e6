import { DEFAULT_LIMITS, createHttp, NetworkError, type Http, type HttpRequest, type HttpResponse } from '@hypotez/provider-core';

/** A transport that keeps what went through it. */
export interface RecordingHttp extends Http {
  /** Requests as they were asked for. */
  readonly requests: readonly HttpRequest[];
  /** Requests (`POST /path`) and, for streams that were read, their ends (`closed /path`), in order. */
  readonly log: readonly string[];
  /** Headers of secrets that a request got for its own address. */
  secretHeaders(index: number): Readonly<Record<string, string>>;
}

/** Records in front of the real transport. */
export function createRecordingHttp(inner: Http = createHttp()): RecordingHttp {
  const requests: HttpRequest[] = [];
  const log: string[] = [];
  return {
    requests,
    log,
    secretHeaders: (index) => {
      const request = requests[index];
      return request?.credential?.headersFor(new URL(request.url)) ?? {};
    },
    close: () => inner.close(),
    request: async (request) => {
      const { pathname } = new URL(request.url);
      requests.push(request);
      log.push(`${request.method ?? 'GET'} ${pathname}`);
      return withClosing(await inner.request(request), () => log.push(`closed ${pathname}`));
    },
  };
}

/** Records, and answers every request as a machine without a network does, or with a JSON text. */
export function createOfflineHttp(answer?: string): RecordingHttp {
  return createRecordingHttp({
    close: () => Promise.resolve(),
    request: ({ url }) => (answer === undefined ? Promise.reject(new NetworkError('There is no network here.')) : Promise.resolve(jsonResponse(answer, String(url)))),
  });
}

function withClosing(response: HttpResponse, onClosed: () => void): HttpResponse {
  return {
    ...response,
    events: async function* (limits) {
      try {
        yield* response.events(limits);
      } finally {
        onClosed();
      }
    },
  };
}

function jsonResponse(text: string, url: string): HttpResponse {
  const bytes = new TextEncoder().encode(text);
  return {
    status: 200,
    ok: true,
    url,
    headers: new Headers({ 'content-type': 'application/json' }),
    limits: DEFAULT_LIMITS,
    chunks: async function* () {
      yield await Promise.resolve(bytes);
    },
    bytes: () => Promise.resolve(bytes),
    text: () => Promise.resolve(text),
    json: () => Promise.resolve<unknown>(JSON.parse(text)),
    events: () => {
      throw new Error('A JSON answer has no events.');
    },
    cancel: () => undefined,
    finish: () => undefined,
  };
}
