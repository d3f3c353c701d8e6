import { EXAMPLE_PNG_BASE64, EXAMPLE_PNG_URL, answer, examplePng, json, runToEnd, type RunOutcome } from '@hypotez/provider-testkit';
import { MissingImagesError } from '@hypotez/provider-core';
import { describe, expect, it } from 'vitest';
import { openServer, providerAt, type ProviderAt } from './testing/open-server.ts';

/** What comes of an answer. */
async function outcomeOf(body: unknown, { n = 1, ...options }: ProviderAt & { readonly n?: number } = {}): Promise<RunOutcome> {
  const server = await openServer((request) => (request.method === 'POST' ? [json(200, body)] : undefined));
  return runToEnd(providerAt(server, options), { prompt: 'a lake', n });
}

const item = { b64_json: EXAMPLE_PNG_BASE64 };

describe('an answer in one piece', () => {
  it('is the image, with what the service says of it', async () => {
    const { events, images, error } = await runToEnd(providerAt(await openServer()), { prompt: 'a lake', aspectRatio: '3:2', model: 'gpt-image-1.5' });
    expect(error).toBeUndefined();
    expect(events.map(({ type }) => type)).toEqual(['progress', 'image']);
    expect(events[0]).toMatchObject({ stage: 'started' });
    expect(images[0]).toMatchObject({
      urls: [EXAMPLE_PNG_URL], alt: 'a lake', provider: 'openai-compatible', model: 'gpt-image-1.5', usage: { inputTokens: 40, outputTokens: 60, totalTokens: 100 },
    });
    expect((await images[0]?.images())?.[0]).toMatchObject({ mediaType: 'image/png', width: 7, height: 5 });
  });

  it('may have the image alone', async () => {
    const { images: [image] } = await outcomeOf({ created: 1, data: [item] });
    expect(image?.urls).toEqual([EXAMPLE_PNG_URL]);
    for (const field of ['usage', 'revisedPrompt', 'seed', 'width', 'height']) expect(image).not.toHaveProperty(field);
  });

  it('tells the size that the service chose', async () => {
    const { images } = await outcomeOf({ data: [item], size: '1536x1024' });
    expect(images[0]).toMatchObject({ width: 1536, height: 1024 });
  });

  it.each(['auto', '0x', 12, '1e9x1', null])('believes no size such as %j', async (size) => {
    const { images } = await outcomeOf({ data: [item], size });
    expect(images[0]).not.toHaveProperty('width');
  });

  it('tells the prompt that was painted', async () => {
    const { images } = await outcomeOf({ data: [{ ...item, revised_prompt: 'A calm lake\u001b[2J at dawn' }] });
    expect(images[0]).toMatchObject({ revisedPrompt: 'A calm lake at dawn', alt: 'a lake' });
  });

  it('believes no token counts that are none', async () => {
    expect((await outcomeOf({ data: [item], usage: { input_tokens: '5', output_tokens: -1, total_tokens: 7 } })).images[0]?.usage).toEqual({ totalTokens: 7 });
    expect((await outcomeOf({ data: [item], usage: 7 })).images[0]).not.toHaveProperty('usage');
  });

  it.each([['a data: URL', `data:image/webp;base64,${EXAMPLE_PNG_BASE64}`], ['lines', EXAMPLE_PNG_BASE64.replace(/.{76}/gu, '$&\n')]])('may have base64 as %s', async (_name, base64) => {
    expect((await outcomeOf({ data: [{ b64_json: base64, url: '' }] })).images[0]?.urls).toEqual([EXAMPLE_PNG_URL]);
  });
});

describe('an image that the service keeps', () => {
  const open = (url: (server: string) => string, item_: object = {}) =>
    openServer(({ method }, self) => (method === 'GET' ? [answer(200, examplePng(), { 'content-type': 'image/png' })] : [json(200, { data: [{ url: url(self.url), ...item_ }] })]));

  it.each([['its address', (server: string) => `${server}/files/1.png`], ['a path', () => '/files/1.png']])('is fetched by %s, without the key', async (_name, url) => {
    const server = await open(url, { b64_json: '' });
    const { images } = await runToEnd(providerAt(server, { apiKey: 'key' }), { prompt: 'a lake' });
    expect(images[0]?.urls).toEqual([`${server.url}/files/1.png`]);
    expect((await images[0]?.images())?.[0]?.mediaType).toBe('image/png');
    expect(server.requests.map(({ path, headers }) => [path, headers['authorization']])).toEqual([['/v1/images/generations', 'Bearer key'], ['/files/1.png', undefined]]);
  });

  it('comes from another origin of this network only when the application names it', async () => {
    const other = await open(() => '');
    const server = await open(() => `${other.url}/1.png`);
    const { images: [refused] } = await runToEnd(providerAt(server), { prompt: 'a lake' });
    // Not for its origin, which may be any public one, but for its address.
    await expect(refused?.images()).rejects.toMatchObject({ code: 'unsafe_url', billed: 'yes', message: expect.not.stringContaining('other origins') as string });
    const { images: [allowed] } = await runToEnd(providerAt(server, { imageOrigins: [other.url] }), { prompt: 'a lake' });
    expect((await allowed?.images())?.[0]?.mediaType).toBe('image/png');
    expect(other.requests).toHaveLength(1);
  });
});

describe('several images', () => {
  it('come of one call, and the first one has the count of all', async () => {
    const server = await openServer();
    const { images, error } = await runToEnd(providerAt(server), { prompt: 'a lake', n: 4 });
    expect(error).toBeUndefined();
    expect(server.requests).toHaveLength(1);
    expect(images.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
    expect(images.map(({ usage }) => usage?.totalTokens)).toEqual([100, undefined, undefined, undefined]);
  });

  it('that are fewer than were asked for are given, and the others named as missing', async () => {
    const { images, error } = await outcomeOf({ data: [item, item] }, { n: 4 });
    expect(images).toHaveLength(2);
    expect(error).toBeInstanceOf(MissingImagesError);
    expect(error).toMatchObject({ billed: 'maybe', failures: [{ index: 2, error: { code: 'response_parse', message: 'The service gave 2 of 4 images.' } }, { index: 3 }] });
  });

  it('that are more than were asked for are left', async () => {
    const { images, error } = await outcomeOf({ data: [item, item, item] });
    expect([images.length, error]).toEqual([1, undefined]);
  });
});

describe('an answer without an image', () => {
  it.each([
    ['nothing', {}, 'response_parse', 'maybe'],
    ['an empty list', { data: [] }, 'response_parse', 'maybe'],
    ['an empty item', { data: [{}] }, 'response_parse', 'maybe'],
    ['an address that is none', { data: [{ url: 'http://' }] }, 'response_parse', 'maybe'],
    ['something in the place of base64', { data: [{ b64_json: '"><script>' }] }, 'bad_image', 'yes'],
    ['null', null, 'response_parse', 'maybe'],
  ])('but with %s is refused', async (_name, body, code, billed) => {
    expect((await outcomeOf(body)).error).toMatchObject({ code, billed });
  });

  it.each([
    [{ message: 'busy', type: 'server_error' }, 'unavailable', 'maybe'],
    [{ message: 'no', code: 'moderation_blocked', type: 'image_generation_user_error' }, 'moderation', 'no'],
    [{ message: 'pay', code: 'insufficient_quota' }, 'quota_exceeded', 'no'],
    [{ message: 'who', code: 'invalid_api_key' }, 'authentication', 'no'],
    [{ message: 'full', code: 503 }, 'unavailable', 'no'],
    ['could not load the model', 'unavailable', 'maybe'],
  ])('but with the error %j in it fails with that', async (told, code, billed) => {
    const { error } = await outcomeOf({ error: told });
    expect(error).toMatchObject({ code, billed });
    expect(String(error)).toContain(typeof told === 'string' ? told : told.message);
  });
});
