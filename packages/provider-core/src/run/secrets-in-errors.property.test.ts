import type { LookupFunction } from 'node:net';
import { inspect } from 'node:util';
import fc from 'fast-check';
// tsyringe needs what the registry loads for it.
import 'reflect-metadata/lite';
import { container as root } from 'tsyringe';
import { describe, expect, it, onTestFinished } from 'vitest';
import { AllProvidersFailedError } from '../errors/all-providers-failed-error.ts';
import type { ErrorCode } from '../errors/error-code.ts';
import { ProtocolError } from '../errors/protocol-error.ts';
import { ProviderError } from '../errors/provider-error.ts';
import { ResponseError } from '../errors/response-error.ts';
import { ImageResponse } from '../events/image-response.ts';
import { imageDownload } from '../images/image-download.ts';
import { parseJson } from '../json/parse-json.ts';
import { propertyOf } from '../json/property-of.ts';
import type { Generation } from '../provider/generation.ts';
import type { ProviderContext } from '../provider/provider-context.ts';
import { definePlugin, type ProviderPlugin } from '../provider/provider-plugin.ts';
import { createRegistry } from '../registry/create-registry.ts';
import { ENVIRONMENT, HTTP, LOGGER } from '../registry/service-tokens.ts';
import type { ImageRequest } from '../request/image-request.ts';
import { ENCODINGS } from '../testing/encodings.ts';
import { ExampleProvider } from '../testing/example-provider.ts';
import type { Generate } from '../testing/example-run.ts';
import { closedPort, startServer, type Handler } from '../testing/local-server.ts';
import { failureOf } from '../testing/open-http.ts';
import { createHttpOver } from '../transport/create-http.ts';
import { Credential } from '../transport/credential.ts';
import { openNetwork } from '../transport/runtime-network.node.ts';
import { throwForStatus } from '../transport/status-error.ts';

/** Where the secret of a run is. */
const PLACES: Readonly<Record<string, (canary: string) => { readonly request?: ImageRequest; readonly env?: Readonly<Record<string, string>> }>> = {
  'the key of the request': (canary) => ({ request: { apiKey: canary } }),
  'the environment': (canary) => ({ env: { EXAMPLE_KEY: canary } }),
  'the query, from the environment': (canary) => ({ env: { EXAMPLE_QUERY: canary } }),
  'the prompt': (canary) => ({ request: { prompt: `a lighthouse "${canary}"\n at dawn & night` } }),
  'a prompt that is nothing else': (canary) => ({ request: { prompt: canary } }),
  'the negative prompt': (canary) => ({ request: { negativePrompt: `blurry, <${canary}>` } }),
  'a message': (canary) => ({ request: { prompt: undefined, messages: [{ role: 'user', content: `paint ${canary}` }] } }),
  'a part of a message': (canary) => ({ request: { prompt: undefined, messages: [{ role: 'system', content: `be ${canary}` }, { role: 'user', content: [{ type: 'text', text: canary }] }] } }),
  'an option': (canary) => ({ request: { providerOptions: { first: { style: `in the style of ${canary}` }, second: { style: canary } } } }),
  'the password of a proxy': (canary) => ({ request: { proxy: `http://user:${canary}@127.0.0.1:1` } }),
  'the user of a proxy': (canary) => ({ request: { proxy: `http://${canary}@127.0.0.1:1` } }),
};

/** What a server does with a request; `echo` is what it repeats of it. */
type Misbehave = (response: Parameters<Handler>[0], echo: string) => unknown;
const status = (code: number, wrap: (echo: string) => string): Misbehave => (response, echo) => response.writeHead(code).end(wrap(echo));

/** Where a run fails: with which code, and what the server does, or where the plugin goes instead. */
interface Phase {
  readonly code: ErrorCode;
  readonly does: Misbehave | 'waits' | 'dns' | 'refused' | 'throws' | 'throws a text' | 'throws its request' | 'throws an own error';
}

const PHASES: Readonly<Record<string, Phase>> = {
  'where the name is not known': { code: 'network', does: 'dns' },
  'where nothing listens': { code: 'network', does: 'refused' },
  'where no answer comes': { code: 'timeout', does: 'waits' },
  'where the connection is cut': { code: 'network', does: (response) => response.destroy() },
  'where the answer is cut': { code: 'network', does: (response, echo) => response.writeHead(200, { 'content-length': 100_000 }).write(`{"prompt":${JSON.stringify(echo)}`, () => response.destroy()) },
  'by a refusal in JSON': { code: 'rejected', does: status(400, (echo) => JSON.stringify({ detail: [{ loc: ['body', 'prompt'], msg: echo, input: echo }] })) },
  'by a refusal as text': { code: 'rejected', does: status(422, (echo) => `not allowed: ${echo}`) },
  'by a refusal of the key': { code: 'authentication', does: status(401, (echo) => JSON.stringify({ error: { message: `Incorrect API key provided: ${echo}` } })) },
  'by a login page': { code: 'authentication', does: status(403, (echo) => `<html><title>${echo}</title></html>`) },
  'by a limit': { code: 'rate_limit', does: status(429, (echo) => JSON.stringify({ error: `slow down, ${echo}`, echo })) },
  'by a traceback': { code: 'unavailable', does: status(500, (echo) => `Traceback:\n  ${echo}\n`) },
  'by an upstream that failed': { code: 'unavailable', does: status(503, (echo) => echo) },
  'by a redirect to elsewhere': { code: 'unsafe_url', does: (response, echo) => response.writeHead(307, { location: `http://elsewhere.example/?q=${encodeURIComponent(echo)}` }).end() },
  'by broken JSON': { code: 'protocol', does: status(200, (echo) => `{"prompt": ${JSON.stringify(echo)}`) },
  'by a page instead of JSON': { code: 'protocol', does: status(200, (echo) => `<html>${echo}</html>`) },
  'by an error in the answer': { code: 'response', does: status(200, (echo) => JSON.stringify({ error: echo })) },
  'by an error in a stream': { code: 'response', does: (response, echo) => response.writeHead(200, { 'content-type': 'text/event-stream' }).end(`event: error\ndata: ${JSON.stringify({ message: echo })}\n\n`) },
  'by broken JSON in a stream': { code: 'protocol', does: (response, echo) => response.writeHead(200, { 'content-type': 'text/event-stream' }).end(`data: {${JSON.stringify(echo)}\n\n`) },
  'by an image at a place that is none': { code: 'unsafe_url', does: status(200, (echo) => JSON.stringify({ image: `ftp://user:${echo}@example.com/${echo}` })) },
  'by an image elsewhere': { code: 'unsafe_url', does: status(200, (echo) => JSON.stringify({ image: `https://elsewhere.example/${encodeURIComponent(echo)}` })) },
  'by an image that is a text': { code: 'bad_image', does: status(200, (echo) => JSON.stringify({ image: `data:image/png,${encodeURIComponent(echo)}` })) },
  'by an image that cannot be decoded': { code: 'bad_image', does: status(200, (echo) => JSON.stringify({ image: `data:image/png;base64,***${echo}` })) },
  'by the plugin': { code: 'plugin', does: 'throws' },
  'by the plugin, which throws a text': { code: 'plugin', does: 'throws a text' },
  'by the plugin, which throws its request': { code: 'plugin', does: 'throws its request' },
  'by the plugin, with an error of its own': { code: 'response', does: 'throws an own error' },
};

class Chatty extends ResponseError {
  readonly sent: unknown;

  constructor(message: string, sent: unknown) {
    super(message, { cause: Object.assign(new Error(message), { sent }) });
    this.sent = sent;
  }
}

/** Everything that a run was given, as one text. */
function everythingIn(generation: Generation, sent: unknown): string {
  return JSON.stringify([generation, sent]);
}

/** A plugin that sends all that it was told, in every place that a request has. */
function tellingPlugin(id: string, what: Phase['does'], origin: string, refused: string): ProviderPlugin {
  class TellingProvider extends ExampleProvider {
    override readonly id = id;

    protected override get secrets(): readonly string[] {
      return [this.context.env['EXAMPLE_KEY'] ?? '', this.context.env['EXAMPLE_QUERY'] ?? ''];
    }

    protected override generate(generation: Generation): ReturnType<Generate> {
      return tell(generation, this.context);
    }
  }
  async function* tell(generation: Generation, { http, env, clock }: ProviderContext): ReturnType<Generate> {
    const { prompt, negativePrompt, providerOptions, model, proxy, signal } = generation;
    const apiKey = generation.apiKey ?? env['EXAMPLE_KEY'] ?? 'none';
    const base = what === 'dns' ? 'http://unknown.example' : what === 'refused' ? refused : origin;
    const sent = {
      method: 'POST' as const, url: `${base}/paint?key=${encodeURIComponent(env['EXAMPLE_QUERY'] ?? '')}`, json: { prompt, negativePrompt, providerOptions, apiKey },
      credential: new Credential({ origin: base, header: 'authorization', value: `Bearer ${apiKey}` }), proxy, signal, billable: false, headersTimeoutMs: what === 'waits' ? 20 : 10_000,
    };
    if (what === 'throws') throw Object.assign(new Error(`failed with ${everythingIn(generation, sent)}`, { cause: new Error(apiKey) }), { generation, sent });
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- a plugin may
    if (what === 'throws a text') throw everythingIn(generation, sent);
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- a plugin may
    if (what === 'throws its request') throw { generation, sent };
    if (what === 'throws an own error') throw new Chatty(`failed with ${everythingIn(generation, sent)}`, { generation, sent, list: [prompt, apiKey] });
    const response = await http.request(sent);
    await throwForStatus(response, { now: clock.date() });
    if (response.headers.get('content-type') === 'text/event-stream') {
      for await (const { data } of response.events()) {
        const message = propertyOf(parseJson(data), 'message');
        throw typeof message === 'string' ? new ResponseError(message) : new ProtocolError(`An event is no JSON: ${data}`);
      }
    }
    const answer = await response.json();
    const [error, url] = [propertyOf(answer, 'error'), propertyOf(answer, 'image')];
    if (typeof error === 'string') throw new ResponseError(error);
    if (typeof url !== 'string') throw new ProtocolError(`No image came, but ${JSON.stringify(answer)}`);
    const download = imageDownload({ http, origins: [origin], credential: sent.credential });
    yield new ImageResponse({ urls: [url], alt: prompt, provider: id, model, download, secrets: [apiKey, ...Object.values(env).map(String)] });
  }
  const plugin = definePlugin({ id, models: [{ id: 'stable-diffusion-3.5-large', aliases: ['sd-3.5'] }], create: (context, settings) => new TellingProvider(context, settings) });
  return { ...plugin };
}

const lookup: LookupFunction = (hostname, _options, callback) => {
  callback(Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), { code: 'ENOTFOUND' }), '', 0);
};

/** Everything that a program could show of an error. */
function shown(error: unknown): string {
  const stack = error instanceof Error ? error.stack : undefined;
  const attempts = error instanceof AllProvidersFailedError ? error.attempts.map(({ error: inner }) => [inner.stack, String(inner)]) : [];
  return [inspect(error, { depth: 20, showHidden: true }), String(error), stack, JSON.stringify(error), ...attempts.flat()].join('\n');
}

const anyCase = fc.record({
  canary: fc.stringMatching(/^[A-Za-z0-9]{24}$/u), place: fc.constantFrom(...Object.values(PLACES)), encode: fc.constantFrom(...Object.values(ENCODINGS)), both: fc.boolean(),
});

describe('a secret shows in no error and no log, wherever it was and however a server repeats it, when a run is ended', () => {
  it.each(Object.entries(PHASES))('%s', async (_name, { code, does }) => {
    const behaviour = { encode: (text: string): string => text };
    const server = await startServer((response, { path, headers, body }) => (typeof does === 'function' ? does(response, behaviour.encode(`${path} ${JSON.stringify(headers)} ${body}`)) : undefined));
    const refused = `http://127.0.0.1:${(await closedPort()).toString()}`;
    const http = createHttpOver(openNetwork({ lookup }));
    onTestFinished(() => http.close());
    await fc.assert(fc.asyncProperty(anyCase, async ({ canary, place, encode, both }) => {
      const { request, env = {} } = place(canary);
      behaviour.encode = encode;
      const logged: unknown[] = [];
      const log = (...entry: unknown[]): void => { logged.push(entry); };
      const container = root.createChildContainer();
      container.register(HTTP, { useValue: http });
      container.register(ENVIRONMENT, { useValue: env });
      container.register(LOGGER, { useValue: { debug: log, info: log, warn: log, error: log } });
      const plugins = (both ? ['first', 'second'] : ['first']).map((id) => tellingPlugin(id, does, server.origin, refused));
      const registry = createRegistry(plugins, { container, retries: 0, failOver: { onMaybeBilled: true } });
      const error = await failureOf((async () => {
        for await (const event of registry.generate('sd-3.5', { prompt: 'a quiet sea', ...request })) {
          if (event.type === 'image') await event.images();
        }
      })());
      // It came to where it should fail, and not to an error of the test.
      expect(error).toBeInstanceOf(ProviderError);
      if (!both && request?.proxy === undefined) expect(error).toMatchObject({ code });
      const all = (shown(error) + inspect(logged, { depth: 20 })).toLowerCase();
      const forms = [canary, Buffer.from(canary).toString('hex'), ...[0, 1, 2].map((skipped) => Buffer.from(canary.slice(skipped)).toString('base64').slice(0, 24))];
      for (const form of forms) if (all.includes(form.toLowerCase())) expect.fail(`${form} shows:\n${all}`);
    }), { numRuns: 8 });
  });
});
