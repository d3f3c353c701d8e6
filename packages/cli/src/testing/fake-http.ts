import { DEFAULT_LIMITS, type Http, type HttpRequest, type HttpResponse } from '@hypotez/provider-core';

/** What a made-up server answers. */
export interface FakeAnswer {
  readonly status?: number;
  readonly body?: unknown;
}

/** A transport without a network. */
export interface FakeHttp extends Http {
  /** The requests, in order. */
  readonly requests: readonly HttpRequest[];
}

/** Makes a transport that answers by URL; an answer may be an error to be thrown. Any other URL fails the test. */
export function fakeHttp(answers: Readonly<Record<string, FakeAnswer | Error>>): FakeHttp {
  const requests: HttpRequest[] = [];
  return {
    requests,
    request: async (request) => {
      requests.push(request);
      const answer = answers[String(request.url)];
      if (answer === undefined) throw new Error(`Nobody answers for ${String(request.url)}.`);
      if (answer instanceof Error) throw answer;
      return response(String(request.url), answer);
    },
    close: async () => undefined,
  };
}

function response(url: string, { status = 200, body = {} }: FakeAnswer): HttpResponse {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const whole = new Response(text, { status });
  const never = (): never => { throw new Error('Not needed here.'); };
  return {
    status,
    ok: whole.ok,
    url,
    headers: whole.headers,
    limits: DEFAULT_LIMITS,
    chunks: () => chunks(text),
    bytes: async () => new TextEncoder().encode(text),
    text: async () => text,
    json: async () => JSON.parse(text) as unknown,
    events: never,
    cancel: () => undefined,
    finish: () => undefined,
  };
}

async function* generated(text: string): AsyncGenerator<Uint8Array, void, undefined> {
  yield new TextEncoder().encode(text);
}

function chunks(text: string): ReturnType<HttpResponse['chunks']> {
  const generator = generated(text);
  const all = { next: () => generator.next(), return: () => generator.return(), [Symbol.asyncIterator]: () => all };
  return all;
}
