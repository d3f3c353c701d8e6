import { AbortedError, ConfigurationError, ImagePreview, ImageResponse, ProtocolError, QuotaExceededError, ResponseParseError, type ImageEvent, type ImageRequest } from '@hypotez/provider-core';
import { describe, expect, it } from 'vitest';
import { createBarrier } from '@hypotez/provider-testkit';
import { collect, thrownBy } from '../testing/collect.ts';
import { beginStream, completed, message, startScriptedSpace, stream, type Script } from '../testing/scripted-space.ts';
import { QUICK_REQUEST, TestProvider } from '../testing/test-provider.ts';

const FILE = { path: '/tmp/gradio/ab/image.webp', url: null, meta: { _type: 'gradio.FileData' } };

async function run(script: Script, request: ImageRequest = QUICK_REQUEST) {
  const space = await startScriptedSpace(script);
  const outcome = await collect(new TestProvider({ url: space.url }).createAsyncGenerator(request));
  return { ...outcome, space, image: outcome.events.find((event) => event.type === 'image') };
}

describe('the events of a run', () => {
  it('are made of the news of the job', async () => {
    const { events, error, space, image } = await run({
      stream: stream(
        message('estimation', { rank: 2, rank_eta: 9.5 })
        + message('process_starts', { eta: 4 })
        + message('progress', { progress_data: [{ index: 1, length: 4, unit: 'steps', progress: null, desc: 'Denoising' }] })
        + message('log', { log: 'Waiting for a GPU' })
        + message('process_generating', { output: { data: [FILE, 7] }, success: true })
        + completed([FILE, 7]),
      ),
    });
    const url = `${space.url}/gradio_api/file=/tmp/gradio/ab/image.webp`;
    const shared = { urls: [url], alt: 'a lake at dawn', provider: 'test-provider', model: 'test-model' };
    expect(error).toBeUndefined();
    expect(events.slice(0, 4)).toEqual([
      { type: 'progress', stage: 'queued', queuePosition: 2, etaSeconds: 9.5 },
      { type: 'progress', stage: 'started', etaSeconds: 4 },
      { type: 'progress', stage: 'step', step: 1, steps: 4, fraction: 0.25, message: 'Denoising' },
      { type: 'progress', stage: 'log', message: 'Waiting for a GPU' },
    ]);
    expect(events[4]).toBeInstanceOf(ImagePreview);
    expect(events[4]).toMatchObject({ type: 'preview', ...shared });
    expect(events[5]).toBeInstanceOf(ImageResponse);
    expect(events[5]).toMatchObject({ type: 'image', ...shared, seed: 7, width: 512, height: 512, warnings: [] });
    expect(events).toHaveLength(6);
    expect(String(image)).toBe(`![a lake at dawn](${url})`);
  });

  it('come from a working Space too, with a picture that can be fetched', async () => {
    const { events, image } = await run({});
    expect(events.map((event: ImageEvent) => (event.type === 'progress' ? event.stage : event.type))).toEqual(expect.arrayContaining(['queued', 'started', 'step', 'image']));
    const [file] = (await image?.images()) ?? [];
    expect(file).toMatchObject({ mediaType: 'image/png', width: 512, height: 512 });
  });

  it('pass over previews without an image or of an unknown shape', async () => {
    const preview = (data: unknown) => message('process_generating', { output: { data }, success: true });
    const { events } = await run({ stream: stream(preview([null, 7]) + preview([]) + preview([{ text: 'soon' }, 7]) + preview([{ __type__: 'update' }]) + completed([FILE, 7])) });
    expect(events.map(({ type }) => type)).toEqual(['image']);
  });

  it('hold every image of a gallery', async () => {
    const { image } = await run({ stream: stream(completed([[{ image: FILE, caption: '0' }, { image: { ...FILE, path: '/tmp/b.png' }, caption: '1' }]])) });
    expect(image?.urls).toHaveLength(2);
  });

  it.each([[[]], [[null, 7]], [[[], 7]], [[{ __type__: 'update' }, 7]], [[{ path: null, url: null }, 7]], [[{ path: 'javascript:alert(1)', url: null }, 7]]])('end in an error for a result without an image: %j', async (data) => {
    const { events, error } = await run({ stream: stream(completed(data)) });
    expect(events).toEqual([]);
    expect(error).toBeInstanceOf(ResponseParseError);
    expect(error).toMatchObject({ code: 'response_parse', billed: 'maybe', provider: 'test-provider' });
  });

  it('end in an error for a result of an unknown shape', async () => {
    const { error } = await run({ stream: stream(completed([{ text: 'a lake at dawn' }, 7])) });
    expect(error).toBeInstanceOf(ProtocolError);
    expect(String(error)).toContain('an object with text');
  });

  it('end in the error of the Space, which names the provider and not the prompt', async () => {
    const text = 'You have exceeded your GPU quota (60s requested vs. 12s left) for "a lake at dawn". Try again in 0:13:21';
    const { error } = await run({ stream: stream(message('process_completed', { output: { error: text }, success: false })) });
    expect(error).toBeInstanceOf(QuotaExceededError);
    expect(error).toMatchObject({ provider: 'test-provider', requestedSeconds: 60, retryAfterMs: 801_000 });
    expect(String(error)).not.toContain('lake');
  });
});

describe('the seed of the result', () => {
  it.each<readonly [unknown, number]>([[42, 42], [0, 0], ['42', 42], [' 42 ', 42], [2_147_483_647, 2_147_483_647]])('is %j where the Space reports that', async (reported, seed) => {
    expect((await run({ stream: stream(completed([FILE, reported])) })).image?.seed).toBe(seed);
  });

  it.each([[null], [1.5], ['1.5'], ['a'], [''], [' '], [{}], [{ toString: 1 }], [[7]], [[[[42]]]], [true], ['NaN'], [2 ** 60]])('is the one that was asked for where the Space reports %j', async (reported) => {
    expect((await run({ stream: stream(completed([FILE, reported])) })).image?.seed).toBe(7);
  });

  it('is the one that was asked for where the Space reports an endless number, or none', async () => {
    expect((await run({ stream: stream(completed([FILE, 0]).replace(',0]', ',1e400]')) })).image?.seed).toBe(7);
    expect((await run({ stream: stream(completed([FILE])) })).image?.seed).toBe(7);
  });

  it('is unknown where the Space chose it and does not tell', async () => {
    const { image } = await run({ stream: stream(completed([FILE, null])) }, { prompt: 'a lake' });
    expect(image).toBeDefined();
    expect(image).not.toHaveProperty('seed');
  });
});

describe('leaving a run', () => {
  async function open() {
    const cancelled = createBarrier();
    const closed = createBarrier();
    const space = await startScriptedSpace({
      stream: (response) => {
        beginStream(response);
        response.write(message('process_starts'));
        response.once('close', () => { closed.open(); });
      },
      cancel: (response) => {
        response.end('{"success":true}');
        cancelled.open();
      },
    });
    return { provider: new TestProvider({ url: space.url }), left: Promise.all([closed.reached, cancelled.reached]) };
  }

  it('by an abort rejects at once, closes the stream and cancels the job', async () => {
    const { provider, left } = await open();
    const controller = new AbortController();
    const events = provider.createAsyncGenerator({ ...QUICK_REQUEST, signal: controller.signal });
    await events.next();
    const step = events.next();
    controller.abort(new Error('enough'));
    expect(await thrownBy(step)).toBeInstanceOf(AbortedError);
    await left;
  });

  it('by break does the same without an error', async () => {
    const { provider, left } = await open();
    for await (const event of provider.createAsyncGenerator(QUICK_REQUEST)) if (event.type === 'progress') break;
    await left;
  });

  it('by return() does not wait for a silent Space', async () => {
    const { provider, left } = await open();
    const events = provider.createAsyncGenerator(QUICK_REQUEST);
    await events.next();
    const pending = events.next();
    expect(await events.return()).toEqual({ done: true, value: undefined });
    expect(await pending).toEqual({ done: true, value: undefined });
    await left;
  });
});

describe('the options', () => {
  it.each(['owner-space.hf.space', 'ftp://host.example', 'http://', 'https://a b.example', 'http://[::bad', 'https://user:secret@host.example', 'https://host.example/?a=b', 'https://host.example/#a', ''])('refuse the url %j', async (url) => {
    const error = await thrownBy(() => new TestProvider({ url }));
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(String(error)).not.toContain('secret');
  });

  it.each(['infer', '/gradio_api/infer', '/gradio_api/call/', '/gradio_api/call/a/b', '/call/infer?x', 'https://host.example/call/infer', '/call/%zz', ''])('refuse the apiEndpoint %j', async (apiEndpoint) => {
    expect(await thrownBy(() => new TestProvider({ apiEndpoint }))).toBeInstanceOf(ConfigurationError);
  });

  it.each(['', ' ', 'hf_a b', 'hf_a\nb', 'hf_sécret'])('refuse the apiKey %j without repeating it', async (apiKey) => {
    const error = await thrownBy(() => new TestProvider({ apiKey }));
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(String(error)).not.toContain('hf_');
  });
});
