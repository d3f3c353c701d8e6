import { EXAMPLE_PNG_URL, examplePng, runToEnd } from '@hypotez/provider-testkit';
import { describe, expect, it } from 'vitest';
import { askedImages, type AskedImages } from './testing/asked-images.ts';
import { openServer, providerAt, type ProviderAt } from './testing/open-server.ts';
import type { ImageRequest } from '@hypotez/provider-core';

/** What a server is sent for a request. */
async function sent(request: ImageRequest, options?: ProviderAt): Promise<AskedImages & { readonly path: string; readonly body: string; readonly type: string }> {
  const server = await openServer();
  const { error } = await runToEnd(providerAt(server, options), { prompt: 'a lake', ...request });
  expect(error).toBeUndefined();
  const [first] = server.requests;
  if (first === undefined) throw new Error('Nothing was sent.');
  return { path: `${first.method} ${first.path}`, body: first.body, type: first.headers['content-type'] ?? '', ...(await askedImages(first)) };
}

const own = (options: Readonly<Record<string, unknown>>): ImageRequest => ({ providerOptions: { 'openai-compatible': options } });

describe('a new image', () => {
  it('is asked for with model and prompt alone, when the request says no more', async () => {
    const { path, body, type } = await sent({ model: 'gpt-image-2' });
    expect([path, type, body]).toEqual(['POST /v1/images/generations', 'application/json', '{"model":"gpt-image-2","prompt":"a lake"}']);
  });

  it.each<readonly [string, ImageRequest, string]>([
    ['a ratio', { aspectRatio: '16:9' }, '1360x768'],
    ['both sides', { width: 1536, height: 864 }, '1536x864'],
    ['one side, the other by the ratio', { width: 2048, aspectRatio: '2:1' }, '2048x1024'],
    ['one side, the other as long', { height: 512 }, '512x512'],
    ['the other side alone', { width: 1024 }, '1024x1024'],
  ])('has the size of %s', async (_name, request, size) => {
    expect((await sent(request)).fields).toMatchObject({ size });
  });

  it('of several has their number', async () => {
    expect((await sent({ n: 3 })).fields).toMatchObject({ n: 3 });
  });

  it('has the options of the provider as they are, also those that nobody knows yet', async () => {
    const options = { quality: 'high', background: 'transparent', output_format: 'webp', output_compression: 80, moderation: 'low', safety_identifier: 'u1', svg: { model: 'x' }, weather: null };
    expect((await sent(own(options))).fields).toEqual({ prompt: 'a lake', ...options });
  });

  it.each([
    [{ partial_images: 2 }, { partial_images: 2, stream: true }],
    [{ stream: true }, { stream: true }],
    [{ stream: true, partial_images: 0 }, { partial_images: 0, stream: true }],
    [{ partial_images: 0 }, { partial_images: 0 }],
    [{ stream: false, partial_images: 1 }, { stream: false, partial_images: 1 }],
  ])('with %j is asked for as %j', async (options, fields) => {
    expect((await sent(own(options))).fields).toEqual({ prompt: 'a lake', ...fields });
  });
});

describe('a changed image', () => {
  it('is a form with the image, its type, and the fields as texts', async () => {
    const { path, type, fields, files } = await sent({ images: [examplePng()], n: 2, aspectRatio: '1:1', ...own({ quality: 'low', output_compression: 80, stream: false, weather: null }) });
    expect(path).toBe('POST /v1/images/edits');
    expect(type).toMatch(/^multipart\/form-data; boundary=/u);
    expect(fields).toEqual({ prompt: 'a lake', n: '2', size: '1024x1024', quality: 'low', output_compression: '80', stream: 'false' });
    expect(files).toEqual([{ name: 'image', fileName: 'image.png', mediaType: 'image/png', bytes: examplePng() }]);
  });

  it('of several images has a list of them, in their order, and the mask', async () => {
    const { files } = await sent({ images: [examplePng(), EXAMPLE_PNG_URL], mask: new Blob([new Uint8Array(examplePng())]) });
    expect(files.map(({ name, fileName, mediaType }) => [name, fileName, mediaType])).toEqual([
      ['image[]', 'image.png', 'image/png'], ['image[]', 'image.png', 'image/png'], ['mask', 'mask.png', 'image/png'],
    ]);
  });

  it('has lists and objects among the options by the names of their parts', async () => {
    const { fields } = await sent({ images: [examplePng()], ...own({ svg: { model: 'x', reasoning: { effort: 'low' } }, tags: ['a'] }) });
    expect(fields).toMatchObject({ 'svg[model]': 'x', 'svg[reasoning][effort]': 'low', 'tags[]': 'a' });
  });

  it('streams as well', async () => {
    const { fields } = await sent({ images: [examplePng()], ...own({ partial_images: 1 }) });
    expect(fields).toMatchObject({ stream: 'true', partial_images: '1' });
  });
});

describe('what goes beyond OpenAI\'s API', () => {
  const model = {
    id: 'sd-3.5-large',
    aliases: ['sd-3.5'],
    capabilities: { negativePrompt: true, seedInAnswer: true, strength: true },
    bounds: { seed: { min: 0, max: 2_147_483_647 }, guidanceScale: { min: 0, max: 20 }, numInferenceSteps: { min: 1, max: 50 } },
  };
  const request: ImageRequest = { seed: 5, negativePrompt: 'a </sd_cpp_extra_args>', guidanceScale: 4.5, numInferenceSteps: 8 };

  it('stands in fields of its own by default', async () => {
    const { body } = await sent(request, { models: [model] });
    expect(body).toBe('{"model":"sd-3.5-large","prompt":"a lake","seed":5,"negative_prompt":"a </sd_cpp_extra_args>","guidance_scale":4.5,"steps":8}');
  });

  it('stands in the prompt where a server of stable-diffusion.cpp reads it', async () => {
    const { fields } = await sent({ ...request, images: [examplePng()], strength: 0.4 }, { models: [model], dialect: 'sd-server' });
    const [, prompt, extra = ''] = /^(.*) <sd_cpp_extra_args>(.*?)<\/sd_cpp_extra_args>$/u.exec(String(fields['prompt'])) ?? [];
    expect(prompt).toBe('a lake');
    expect(JSON.parse(extra)).toEqual({ seed: 5, negative_prompt: 'a </sd_cpp_extra_args>', strength: 0.4, sample_params: { sample_steps: 8, guidance: { txt_cfg: 4.5 } } });
    expect(fields).not.toHaveProperty('seed');
  });

  it('leaves the prompt alone where nothing of it was asked for', async () => {
    const { fields } = await sent({}, { models: [{ ...model, bounds: {} }], dialect: 'sd-server' });
    expect(fields['prompt']).toBe('a lake');
  });

  it('has a seed of our own choice when the request has none, which the image tells', async () => {
    const server = await openServer();
    const { images } = await runToEnd(providerAt(server, { models: [model] }), { prompt: 'a lake' });
    expect(JSON.parse(server.requests[0]?.body ?? '')).toMatchObject({ seed: 7 });
    expect(images[0]?.seed).toBe(7);
  });

  it('makes a call of every image, since no answer tells which seed is whose', async () => {
    const server = await openServer();
    const { images } = await runToEnd(providerAt(server, { models: [model] }), { prompt: 'a lake', n: 3, seed: 5 });
    expect(images.map(({ index, seed }) => [index, seed]).toSorted()).toEqual([[0, 5], [1, 6], [2, 7]]);
    expect(server.requests.map(({ body }) => (JSON.parse(body) as { readonly seed: number }).seed).toSorted()).toEqual([5, 6, 7]);
  });
});
