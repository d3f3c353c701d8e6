import { UnsafeUrlError } from '@hypotez/provider-core';
import { startSpace } from '@hypotez/gradio-emulator';
import { inspect } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { collect, thrownBy } from '../testing/collect.ts';
import { createOfflineHttp } from '../testing/recording-http.ts';
import { body, completed, json, message, startScriptedSpace, stream, type Answer } from '../testing/scripted-space.ts';
import { QUICK_REQUEST, TestProvider } from '../testing/test-provider.ts';
import type { GradioSpaceOptions } from './gradio-space-options.ts';

const TOKEN = 'not-a-known-shape-of-token';

describe('the token without a network', () => {
  /** The secret headers of the first request of a run that gets no further. */
  async function headersOf(options: GradioSpaceOptions, env: Readonly<Record<string, string>> = {}, apiKey?: string) {
    const http = createOfflineHttp();
    await collect(new TestProvider(options, { http, env }).createAsyncGenerator({ ...QUICK_REQUEST, apiKey }));
    expect(http.requests).toHaveLength(1);
    return http.secretHeaders(0);
  }

  it('is HF_TOKEN on *.hf.space, in x-hf-authorization', async () => {
    expect(await headersOf({}, { HF_TOKEN: 'hf_env' })).toEqual({ 'x-hf-authorization': 'Bearer hf_env' });
  });

  it.each(['http://127.0.0.1:7860', 'https://space.example', 'http://owner-test.hf.space', 'https://owner.hf.space.evil.example'])('is never HF_TOKEN at %s', async (url) => {
    expect(await headersOf({ url }, { HF_TOKEN: 'hf_env' })).toEqual({});
  });

  it.each(['', ' ', '\n'])('is nothing when HF_TOKEN is %j', async (value) => {
    expect(await headersOf({}, { HF_TOKEN: value })).toEqual({});
  });

  it('goes without the line feed that files and secrets end with', async () => {
    expect(await headersOf({}, { HF_TOKEN: 'hf_env\n' })).toEqual({ 'x-hf-authorization': 'Bearer hf_env' });
    expect(await headersOf({ apiKey: 'hf_option\r\n' })).toEqual({ 'x-hf-authorization': 'Bearer hf_option' });
  });

  it("is the option's before the environment's, and the request's before both", async () => {
    expect(await headersOf({ apiKey: 'hf_option' }, { HF_TOKEN: 'hf_env' })).toEqual({ 'x-hf-authorization': 'Bearer hf_option' });
    expect(await headersOf({ apiKey: 'hf_option' }, { HF_TOKEN: 'hf_env' }, 'hf_request')).toEqual({ 'x-hf-authorization': 'Bearer hf_request' });
  });

  it('goes in authorization elsewhere, and where the option says so', async () => {
    expect(await headersOf({ url: 'https://space.example', apiKey: 'key' })).toEqual({ authorization: 'Bearer key' });
    expect(await headersOf({ apiKey: 'key', tokenHeader: 'authorization' })).toEqual({ authorization: 'Bearer key' });
    expect(await headersOf({ url: 'https://space.example', apiKey: 'key', tokenHeader: 'x-hf-authorization' })).toEqual({ 'x-hf-authorization': 'Bearer key' });
  });

  it('is missing where there is none', async () => {
    expect(await headersOf({})).toEqual({});
  });

  it('is bound to the origin of the Space', async () => {
    const http = createOfflineHttp();
    await collect(new TestProvider({ apiKey: 'key' }, { http }).createAsyncGenerator(QUICK_REQUEST));
    const credential = http.requests[0]?.credential;
    expect(credential?.headersFor(new URL('https://owner-test.hf.space/a'))).toEqual({ 'x-hf-authorization': 'Bearer key' });
    for (const url of ['http://owner-test.hf.space/', 'https://owner-test.hf.space:8443/', 'https://other.hf.space/', 'https://huggingface.co/']) {
      expect(credential?.headersFor(new URL(url))).toEqual({});
    }
  });
});

describe('images', () => {
  const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFCAIAAAAG+GGPAAAAJElEQVR4nGNkYGCQw0AsDEYMDAzsaAguyoeMkEVF4QhNVAaCAJ4HAuwhKDKBAAAAAElFTkSuQmCC', 'base64');
  const picture: Answer = (response) => {
    response.writeHead(200, { 'content-type': 'image/png' }).end(PNG);
  };

  async function imageAt(file: unknown, options: GradioSpaceOptions = {}, other: Answer = picture) {
    const space = await startScriptedSpace({ stream: stream(completed([file, 7])), other });
    const { events } = await collect(new TestProvider({ url: space.url, apiKey: TOKEN, ...options }).createAsyncGenerator(QUICK_REQUEST));
    const image = events.find((event) => event.type === 'image');
    if (image === undefined) throw new Error('There is no image.');
    return { image, space };
  }

  async function foreign() {
    const other = await startSpace({ intercept: (_request, response) => (void picture(response, _request), true) });
    onTestFinished(() => other.close());
    return other;
  }

  it('of the Space are fetched with the token', async () => {
    const { image, space } = await imageAt({ path: '/tmp/a b.png', url: null });
    expect(await image.images()).toMatchObject([{ mediaType: 'image/png', width: 7, height: 5 }]);
    expect(space.requests.at(-1)).toMatchObject({ path: '/gradio_api/file=/tmp/a%20b.png', headers: { authorization: `Bearer ${TOKEN}` } });
  });

  it('of another origin are refused without a request', async () => {
    const other = await foreign();
    const { image } = await imageAt({ path: null, url: `${other.url}/a.png` });
    expect(image.urls).toEqual([`${other.url}/a.png`]);
    expect(await thrownBy(image.images())).toBeInstanceOf(UnsafeUrlError);
    expect(other.requests).toEqual([]);
  });

  it('of an origin that the options allow are fetched without the token', async () => {
    const other = await foreign();
    const { image } = await imageAt({ path: null, url: `${other.url}/a.png` }, { imageOrigins: [other.url] });
    expect(await image.images()).toHaveLength(1);
    expect(other.requests[0]?.headers).not.toHaveProperty('authorization');
  });

  it('that redirect elsewhere are refused', async () => {
    const other = await foreign();
    const { image } = await imageAt({ path: '/tmp/a.png' }, {}, body(302, '', { location: `${other.url}/a.png` }));
    expect(await thrownBy(image.images())).toBeInstanceOf(UnsafeUrlError);
    expect(other.requests).toEqual([]);
  });

  it('in data: URLs need no request', async () => {
    const { image, space } = await imageAt({ url: `data:image/png;base64,${PNG.toString('base64')}` });
    const before = space.requests.length;
    expect(await image.images()).toMatchObject([{ width: 7 }]);
    expect(space.requests).toHaveLength(before);
  });

  it.each<readonly [string, unknown, Answer]>([
    ['a page', { path: '/tmp/a.png' }, body(200, '<html>', { 'content-type': 'image/png' })],
    ['an SVG', { url: 'data:image/svg+xml,<svg onload="alert(1)"/>' }, picture],
    ['nothing', { path: '/tmp/a.png' }, body(200, '')],
    ['half a picture', { path: '/tmp/a.png' }, (response) => { response.end(PNG.subarray(0, 60)); }],
  ])('that are %s are refused', async (_name, file, other) => {
    const { image } = await imageAt(file, {}, other);
    expect(await thrownBy(image.images())).toMatchObject({ code: 'bad_image' });
  });

  it('that are denied say so', async () => {
    const { image } = await imageAt({ path: '/tmp/a.png' }, {}, json(403, { detail: 'File not allowed: /tmp/a.png.' }));
    expect(await thrownBy(image.images())).toMatchObject({ code: 'authentication', status: 403 });
  });
});

describe('the token stands in nothing that leaves a run', () => {
  const echo: Answer = (response, request) => json(400, { detail: `Bad token ${String(request.headers.authorization)} (${TOKEN})` })(response, request);
  const QUIET = { url: '', apiKey: TOKEN };

  function show(value: unknown): string {
    return `${inspect(value, { depth: 20, showHidden: true })} ${JSON.stringify(value)} ${String(value)}`;
  }

  it.each<readonly [string, Parameters<typeof startScriptedSpace>[0]]>([
    ['the answer to the start', { start: echo }],
    ['the answer to the stream', { stream: echo }],
    ['an error of the function', { stream: stream(message('process_completed', { output: { error: `Your token is ${TOKEN}` }, success: false })) }],
    ['a broken connection', { start: (response) => response.socket?.destroy() }],
    ['a redirect', { start: body(307, '', { location: `https://${TOKEN}.example/?token=${TOKEN}` }) }],
  ])('not in the error of %s, however it comes back', async (_name, script) => {
    const space = await startScriptedSpace(script);
    const options = { ...QUIET, url: space.url };
    const { error } = await collect(new TestProvider(options).createAsyncGenerator(QUICK_REQUEST));
    expect(error).toBeInstanceOf(Error);
    expect(show(error)).not.toContain(TOKEN);
    const byRequest = await collect(new TestProvider({ url: space.url }).createAsyncGenerator({ ...QUICK_REQUEST, apiKey: TOKEN }));
    expect(show(byRequest.error)).not.toContain(TOKEN);
  });

  it('not in the events, the provider or the run', async () => {
    const space = await startScriptedSpace();
    const provider = new TestProvider({ url: space.url, apiKey: TOKEN });
    const run = provider.createAsyncGenerator(QUICK_REQUEST);
    const { events } = await collect(run);
    expect(events.length).toBeGreaterThan(1);
    for (const value of [provider, run, ...events]) expect(inspect(value, { depth: 20 })).not.toContain(TOKEN);
    expect(JSON.stringify(events)).not.toContain(TOKEN);
  });

  it('not in the error of a download, even when the Space repeats it', async () => {
    const space = await startScriptedSpace({ stream: stream(completed([{ path: '/tmp/a.png' }, 7])), other: echo });
    const { events } = await collect(new TestProvider({ url: space.url, apiKey: TOKEN }).createAsyncGenerator(QUICK_REQUEST));
    const image = events.find((event) => event.type === 'image');
    const error = await thrownBy(image?.images() ?? Promise.resolve());
    expect(error).toMatchObject({ code: 'rejected' });
    expect(show(error)).not.toContain(TOKEN);
  });

  it('not in the error of signature()', async () => {
    const space = await startScriptedSpace({ other: echo });
    const error = await thrownBy(new TestProvider({ url: space.url, apiKey: TOKEN }).signature());
    expect(error).toMatchObject({ code: 'rejected' });
    expect(show(error)).not.toContain(TOKEN);
  });
});
