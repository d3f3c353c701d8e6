import { inspect } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { AuthenticationError } from '../errors/authentication-error.ts';
import { ConfigurationError } from '../errors/configuration-error.ts';
import type { PluginEvent } from '../events/image-event.ts';
import { ImageResponse } from '../events/image-response.ts';
import { createProviderContext } from '../provider/create-provider-context.ts';
import type { Generation } from '../provider/generation.ts';
import type { GenerationBounds } from '../request/generation-limits.ts';
import type { ImageRequest } from '../request/image-request.ts';
import { outcomeOf } from '../testing/example-run.ts';
import { ExampleService } from '../testing/example-service.ts';
import { startServer, type LocalServer } from '../testing/local-server.ts';
import { receivedForm } from '../testing/received-form.ts';
import { openHttp } from '../testing/open-http.ts';
import { IMAGE_FIXTURES } from '../testing/image-fixtures.ts';
import { createHttp } from '../transport/create-http.ts';
import type { Http } from '../transport/http.ts';
import type { HttpService } from './http-service-provider.ts';

const AT_VENDOR = 'https://example.com';

/** A run at the address of the vendor, as far as it gets without a network: the headers that it would have sent. */
async function headersAtVendor({ apiKey, env = {}, request = {} }: { readonly apiKey?: string; readonly env?: Readonly<Record<string, string>>; readonly request?: ImageRequest }) {
  const sent: Readonly<Record<string, string>>[] = [];
  const http: Http = {
    request: ({ url, credential }) => {
      sent.push(credential?.headersFor(new URL(url)) ?? {});
      return Promise.reject(new ConfigurationError('There is no network here.'));
    },
    close: () => Promise.resolve(),
  };
  const { error } = await outcomeOf(new ExampleService({ apiKey }, createProviderContext({ http, env })).createAsyncGenerator({ prompt: 'a cat', ...request }));
  return { sent, error };
}

/** A run at a server of this machine. */
async function run(server: LocalServer, { path = '', apiKey, env = {}, service, request = {} }: {
  readonly path?: string; readonly apiKey?: string; readonly env?: Readonly<Record<string, string>>; readonly service?: Partial<HttpService>; readonly request?: ImageRequest;
} = {}) {
  const provider = new ExampleService({ url: `${server.origin}${path}`, apiKey }, createProviderContext({ http: openHttp(), env }), service);
  const { events, error } = await outcomeOf(provider.createAsyncGenerator({ prompt: 'a cat', ...request }));
  return { image: events.find((event) => event.type === 'image'), error };
}

describe('the key', () => {
  it.each([
    ['the environment', { env: { EXAMPLE_API_KEY: 'env' } }, 'Bearer env'],
    ['the option before that', { apiKey: 'option', env: { EXAMPLE_API_KEY: 'env' } }, 'Bearer option'],
    ['the request before both', { apiKey: 'option', env: { EXAMPLE_API_KEY: 'env' }, request: { apiKey: 'request' } }, 'Bearer request'],
    ['a file, whose line feed goes', { env: { EXAMPLE_API_KEY: 'env\n' } }, 'Bearer env'],
  ])('is that of %s', async (_name, options, authorization) => {
    expect((await headersAtVendor(options)).sent).toEqual([{ authorization }]);
  });

  it.each([{}, { env: { EXAMPLE_API_KEY: ' ' } }, { env: { OTHER_API_KEY: 'other' } }])('is asked for before anything is sent, when there is none: %j', async (options) => {
    const { sent, error } = await headersAtVendor(options);
    expect(sent).toEqual([]);
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(error).toMatchObject({
      code: 'authentication', billed: 'no', provider: 'example',
      message: 'There is no key for example.com: give an apiKey with the request or in the options of example, or set EXAMPLE_API_KEY, which goes to https://example.com only.',
    });
  });

  it('is missed once for several images, and before the plugin says that it has begun', async () => {
    class SlowService extends ExampleService {
      protected override get ownBounds(): Partial<GenerationBounds> {
        return { n: { min: 1, max: 2 } };
      }

      protected override async *generate(generation: Generation): AsyncGenerator<PluginEvent, void, undefined> {
        yield { type: 'progress', stage: 'started' };
        yield* super.generate(generation);
      }
    }
    for (const n of [1, 2]) {
      const provider = new SlowService({}, createProviderContext({ env: {} }));
      const { events, error } = await outcomeOf(provider.createAsyncGenerator({ prompt: 'a cat', n }));
      expect(events).toEqual([]);
      expect(error).toBeInstanceOf(AuthenticationError);
    }
  });

  it('of the environment goes to the address of the vendor only', async () => {
    const server = await startServer();
    const { error } = await run(server, { env: { EXAMPLE_API_KEY: 'env' } });
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(server.requests).toEqual([]);
  });

  it('is not needed at another address, where the service says so', async () => {
    const server = await startServer((response) => response.end('http://127.0.0.1/a.png'));
    const { error } = await run(server, { env: { EXAMPLE_API_KEY: 'env' }, service: { keyNeeded: 'at-vendor' } });
    expect(error).toBeUndefined();
    expect(server.requests[0]?.headers).not.toHaveProperty('authorization');
    expect(String((await headersAtVendor({})).error)).toContain('There is no key');
  });

  it('stands in no print of the provider and in no error', async () => {
    const server = await startServer((response, { headers }) => response.writeHead(500).end(`failed for ${headers.authorization ?? ''}`));
    expect(inspect(new ExampleService({ apiKey: 'option-key-1234' }), { depth: 9, showHidden: true })).not.toContain('option-key-1234');
    const { error } = await run(server, { apiKey: 'option-key-1234' });
    expect(error).toMatchObject({ code: 'unavailable', billed: 'maybe' });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('option-key-1234');
  });
});

describe('a request', () => {
  it.each(['', '/', '/v1', '/v1/'])('goes to the address with %j behind it and the path after that', async (path) => {
    const server = await startServer((response) => response.end('http://127.0.0.1/a.png'));
    await run(server, { path, apiKey: 'key' });
    expect(server.requests).toMatchObject([{
      method: 'POST', path: `${path.replace(/\/$/u, '')}/paint`, body: '{"prompt":"a cat"}', headers: { authorization: 'Bearer key', accept: 'text/plain', 'content-type': 'application/json' },
    }]);
  });

  it('may be a form', async () => {
    const server = await startServer((response) => response.end('http://127.0.0.1/a.png'));
    const form = new FormData();
    form.set('prompt', 'a cat');
    class FormService extends ExampleService {
      protected override async *generate(generation: Generation): AsyncGenerator<PluginEvent, void, undefined> {
        await this.post('/paint', generation, { form });
        yield new ImageResponse(this.resultOf(generation, ['http://127.0.0.1/a.png']));
      }
    }
    const { error } = await outcomeOf(new FormService({ url: server.origin, apiKey: 'key' }).createAsyncGenerator({ prompt: 'a cat' }));
    expect(error).toBeUndefined();
    const [request] = server.requests;
    if (request === undefined) throw new Error('Nothing was sent.');
    expect(request.headers.authorization).toBe('Bearer key');
    expect(await receivedForm(request)).toEqual([['prompt', 'a cat']]);
  });

  it('gives the image, which is fetched from the service without the key', async () => {
    const server = await startServer((response, { method, headers }) => response.end(method === 'POST' ? `http://${headers.host ?? ''}/a.png` : Buffer.from(IMAGE_FIXTURES.png, 'base64')));
    const { image } = await run(server, { apiKey: 'key' });
    expect(image).toMatchObject({ alt: 'a cat', provider: 'example', model: 'stable-diffusion-3.5-large' });
    const [file] = (await image?.images()) ?? [];
    expect(file?.mediaType).toBe('image/png');
    expect(server.requests.map(({ method, headers }) => [method, headers.authorization])).toEqual([['POST', 'Bearer key'], ['GET', undefined]]);
  });

  it('may have its answer begin as late as a picture takes, and no later', async () => {
    const server = await startServer(() => undefined);
    const timeouts = { headersMs: 1, progressMs: 150 };
    const http = createHttp({ timeouts });
    onTestFinished(() => http.close());
    const provider = new ExampleService({ url: server.origin, apiKey: 'key' }, createProviderContext({ http, timeouts }));
    const { error } = await outcomeOf(provider.createAsyncGenerator({ prompt: 'a cat' }));
    expect(error).toMatchObject({ code: 'timeout', billed: 'maybe', timeoutMs: 150 });
  });

  it.each([
    [401, {}, { code: 'authentication', billed: 'no' }],
    [402, {}, { code: 'quota_exceeded', billed: 'no' }],
    [500, {}, { code: 'unavailable', billed: 'maybe' }],
    [429, {}, { code: 'rate_limit', billed: 'no', retryAfterMs: 60_000 }],
    [429, { 'retry-after': '7' }, { code: 'rate_limit', billed: 'no', retryAfterMs: 7000 }],
    [503, {}, { code: 'unavailable', billed: 'no', retryAfterMs: undefined }],
  ])('that is answered with %i and %j fails with that', async (status, headers, expected) => {
    const server = await startServer((response) => response.writeHead(status, headers).end());
    const { error } = await run(server, { apiKey: 'key', service: { rateLimitPauseMs: 60_000 } });
    expect({ retryAfterMs: undefined, ...(error as object) }).toMatchObject(expected);
  });
});

describe('the seed', () => {
  /** The seed that is sent for a request. */
  async function seedFor(request: ImageRequest, bounds: Partial<GenerationBounds> = {}): Promise<unknown> {
    class SeedService extends ExampleService {
      protected override get ownBounds(): Partial<GenerationBounds> {
        return bounds;
      }

      protected override async *generate(generation: Generation): AsyncGenerator<PluginEvent, void, undefined> {
        yield new ImageResponse({ ...this.resultOf(generation, ['http://127.0.0.1/a.png']), seed: this.seedOf(generation) });
      }
    }
    const random = { uuid: () => '', integer: (min: number, max: number) => min + max };
    const { events } = await outcomeOf(new SeedService({ apiKey: 'key' }, createProviderContext({ random })).createAsyncGenerator({ prompt: 'a cat', ...request }));
    const [image] = events;
    return image?.type === 'image' ? image.seed : image;
  }

  it.each([[{ seed: 7 }, 7], [{ seed: 0 }, 0], [{}, 107], [{ seed: 7, randomizeSeed: true }, 107]])('of %j is %d', async (request, seed) => {
    expect(await seedFor(request, { seed: { min: 0, max: 107 } })).toBe(seed);
  });

  it('is drawn from the bounds of the model', async () => {
    expect(await seedFor({}, { seed: { min: 20, max: 30 } })).toBe(50);
  });

  it('is none where the model has no seeds', async () => {
    expect(await seedFor({}, { seed: undefined })).toBeUndefined();
  });
});

describe('a wrong option', () => {
  it.each([
    ['url', { url: 'example.com' }], ['url', { url: 'ftp://example.com' }], ['url', { url: 'https://user:word@example.com' }], ['url', { url: 'https://example.com/?key=1' }],
    ['apiKey', { apiKey: 'two words' }], ['apiKey', { apiKey: '' }], ['apiKey', { apiKey: 'schlüssel' }],
  ])('%s is told at once, without its value: %j', (name, options) => {
    const make = (): ExampleService => new ExampleService(options);
    expect(make).toThrow(ConfigurationError);
    expect(make).toThrow(`The option ${name} is wrong`);
    expect(make).not.toThrow(/user:word|schlüssel|key=1/u);
  });

  it('is none where the address is that of the vendor', () => {
    expect(new ExampleService({ url: AT_VENDOR, apiKey: 'key\n' }).url).toBe(AT_VENDOR);
  });
});
