import { parseJson, type EventStream, type Http, type HttpRequest, type HttpResponse, type ProviderContext } from '@hypotez/provider-core';
import { EXAMPLE_PNG_URL } from '../../images/example-png.ts';

/** Changes what is heard. */
const hearing = (change: (response: HttpResponse) => Partial<HttpResponse>) => (http: Http): Http => ({
  ...http,
  request: async (request) => {
    const response = await http.request(request);
    const changed = change(response);
    return new Proxy(response, { get: (target, name): unknown => Reflect.get(changed, name) ?? bound(target, name) });
  },
});

/** What is wrong with how a plugin speaks and hears, by the id of the check that has to refuse it. */
export const wrongTransports: readonly (readonly [breaks: string, how: string, change: (http: Http, context: ProviderContext) => Http])[] = [
  ['malformed-body', 'makes the best of broken JSON', hearing((response) => (isOf(response, 'application/json') ? { json: async () => parseJson(await response.text()) ?? SOMETHING } : {}))],
  ['html', 'takes a page for an image', hearing((response) => (isOf(response, 'text/html') ? { json: () => Promise.resolve(SOMETHING) } : {}))],
  ['any-chunking', 'takes each piece of a stream for whole events', hearing((response) => ({ events: () => piecewise(response) }))],
  ['credentials', 'sends a credential of the environment to any address', (http, { env }) => ({ ...http, request: (request) => http.request({ ...request, headers: { 'x-api-key': env['EXAMPLE_API_KEY'] ?? '' } }) })],
  ['credentials', 'writes what it sends to the log', (http, { logger }) => ({ ...http, request: (request) => {
    logger.debug(JSON.stringify(request.json ?? null));
    return http.request(request);
  } })],
  ['credentials', 'asks by fetch where the transport refuses a redirect', (http) => ({ ...http, request: (request) => http.request(request).catch((thrown: unknown) => naively(request, thrown)) })],
];

const SOMETHING = { image: { url: EXAMPLE_PNG_URL } };

function isOf({ headers }: HttpResponse, type: string): boolean {
  return headers.get('content-type')?.startsWith(type) === true;
}

function bound(target: HttpResponse, name: string | symbol): unknown {
  const value: unknown = Reflect.get(target, name);
  return typeof value === 'function' ? (value.bind(target) as unknown) : value;
}

async function* piecewise(response: HttpResponse): AsyncGenerator<Awaited<ReturnType<EventStream['next']>>['value'] & object, void, undefined> {
  for await (const piece of response.chunks()) {
    // What has no blank line behind it in its own piece gets lost.
    for (const text of new TextDecoder().decode(piece).split('\n\n').slice(0, -1)) {
      const event = /^event: (.*)$/mu.exec(text)?.[1];
      const data = /^data: (.*)$/mu.exec(text)?.[1];
      if (event !== undefined && data !== undefined) yield { event, data, complete: true };
    }
  }
}

/** Follows the redirect as fetch does: only `authorization` stays behind. */
async function naively({ url, method = 'GET', json, credential }: HttpRequest, thrown: unknown): Promise<never> {
  const isRedirect = String(thrown).includes('redirect');
  if (isRedirect) await fetch(url, { method, body: JSON.stringify(json), headers: { 'x-api-key': Object.values(credential?.headersFor(new URL(url)) ?? {}).join('') } });
  throw thrown;
}
