import { InvalidRequestError, UnsupportedOptionError } from '@hypotez/provider-core';
import type { SpaceFunction } from '@hypotez/gradio-emulator';
import { examplePng } from '@hypotez/provider-testkit';
import { describe, expect, it } from 'vitest';
import { openSpace, painter, pathsOf, providerAt, run } from './testing/open-space.ts';

const slider = (label: string, minimum: number, maximum: number, step: number, value: number) => ({ type: 'slider', label, minimum, maximum, step, value }) as const;
const prompt = { type: 'textbox', label: 'Prompt' } as const;

async function open(inputs: SpaceFunction['inputs'], outputs?: SpaceFunction['outputs']) {
  const { paint, calls } = painter(inputs, outputs);
  const space = await openSpace({ functions: { paint } });
  return { calls, space, provider: providerAt(space, { apiName: 'paint' }) };
}

describe('a Space that nobody wrote a plugin for', () => {
  it.each(['4.44.1', '5.3.0', '5.49.1', '6.12.0', '6.25.0'] as const)('paints on Gradio %s with what its inputs are called', async (gradioVersion) => {
    const space = await openSpace({ gradioVersion });
    const provider = providerAt(space, { apiName: 'infer' });
    const { image, error } = await run(provider, { negativePrompt: 'fog', seed: 42, width: 512, height: 768, guidanceScale: 7, numInferenceSteps: 3 });
    expect(error).toBeUndefined();
    expect(JSON.parse(space.requests.find(({ path }) => path.includes('/call/'))?.body ?? '')).toMatchObject({ data: ['a lake', 'fog', 42, false, 512, 768, 7, 3] });
    expect(image).toMatchObject({ seed: 42, width: 512, height: 768, provider: 'gradio-space' });
    const [file] = (await image?.images()) ?? [];
    expect(file).toMatchObject({ width: 512, height: 768 });
  });

  it('is asked once what it takes, at the first run', async () => {
    const space = await openSpace();
    const provider = providerAt(space, { apiName: '/infer' });
    expect(space.requests).toEqual([]);
    await run(provider, { width: 512, height: 512, numInferenceSteps: 1 });
    await run(provider, { width: 512, height: 512, numInferenceSteps: 1 });
    const job = ['POST /gradio_api/call/infer', 'GET /gradio_api/queue/data'];
    expect(pathsOf(space)).toEqual(['GET /config', 'GET /gradio_api/info', ...job, ...job]);
  });

  it('has the defaults of its own page', async () => {
    const space = await openSpace();
    const provider = providerAt(space, { apiName: 'infer' });
    await run(provider);
    expect(provider.boundsFor()).toMatchObject({
      size: { min: 512, max: 1024, multipleOf: 32, pixels: 1_048_576 }, seed: { min: 0, max: 2_147_483_647 }, guidanceScale: { min: 0, max: 7.5 }, numInferenceSteps: { min: 1, max: 50 },
    });
    expect(provider.defaultsFor()).toEqual({ aspectRatio: '1:1', guidanceScale: 4.5, numInferenceSteps: 40, seed: 0 });
    expect(JSON.parse(space.requests.find(({ path }) => path.includes('/call/'))?.body ?? '')).toMatchObject({ data: ['a lake', '', 0, true, 1024, 1024, 4.5, 40] });
  });

  it('has its bounds checked before the job', async () => {
    const space = await openSpace();
    const { error } = await run(providerAt(space, { apiName: 'infer' }), { width: 513, guidanceScale: 8, numInferenceSteps: 51 });
    expect(error).toBeInstanceOf(InvalidRequestError);
    expect(error).toMatchObject({ billed: 'no', problems: [{ field: 'guidanceScale' }, { field: 'numInferenceSteps' }, { field: 'width' }] });
    expect(pathsOf(space)).toEqual(['GET /config', 'GET /gradio_api/info']);
  });

  it('may have bounds of the options over them', async () => {
    const space = await openSpace();
    expect((await run(providerAt(space, { apiName: 'infer', bounds: { numInferenceSteps: { min: 1, max: 2 } } }), { numInferenceSteps: 3 })).error).toBeInstanceOf(InvalidRequestError);
  });

  it('is not asked for a request that no Space could serve', async () => {
    const space = await openSpace();
    expect((await run(providerAt(space), { prompt: '' })).error).toBeInstanceOf(InvalidRequestError);
    expect(space.requests).toEqual([]);
  });

  it('finds nothing to complain about in its signature', async () => {
    const space = await openSpace();
    expect(await providerAt(space, { apiName: 'infer' }).signature()).toMatchObject({ gradioVersion: '5.3.0', matches: true, differences: [] });
  });
});

describe('what a function lacks', () => {
  it.each([
    ['negativePrompt', 'fog'], ['seed', 1], ['guidanceScale', 2], ['numInferenceSteps', 2], ['strength', 0.5],
  ])('is no option: %s', async (field, value) => {
    const { provider, calls } = await open({ prompt });
    const images = field === 'strength' ? { images: [examplePng()] } : {};
    const { error } = await run(provider, { [field]: value, ...images });
    expect(error).toBeInstanceOf(UnsupportedOptionError);
    expect(calls).toEqual([]);
  });

  it('is no size of the picture, which the Space alone decides', async () => {
    const { provider } = await open({ prompt });
    expect((await run(provider)).image).not.toHaveProperty('width');
    expect((await run(provider, { width: 512 })).error).toBeInstanceOf(UnsupportedOptionError);
  });
});

describe('other names and kinds of inputs', () => {
  it('mean the same', async () => {
    const { provider, calls } = await open({
      text: { type: 'textbox', label: 'Describe it' }, neg_prompt: { type: 'textbox', label: '' }, cfg: slider('', 1, 20, 0.5, 7), steps: { type: 'number', label: '', value: 30 }, img_width: slider('', 256, 512, 64, 512), img_height: slider('', 256, 512, 64, 256),
    });
    const { image, error } = await run(provider, { negativePrompt: 'fog', numInferenceSteps: 12 });
    expect(error).toBeUndefined();
    expect(calls).toEqual([['a lake', 'fog', 7, 12, 512, 256]]);
    expect(image).toMatchObject({ width: 512, height: 256 });
  });

  it('leave to the Space what they do not mean', async () => {
    const { provider, calls } = await open({ prompt, lora_scale: slider('', 0, 1, 0.1, 0.8), fast: { type: 'checkbox', label: '', value: true }, lora_url: { type: 'textbox', label: '' }, quality: { type: 'number', label: '', value: 90 } });
    await run(provider);
    expect(calls).toEqual([['a lake', 0.8, true, '', 90]]);
  });

  it('give the prompt to the only text box, whatever its name', async () => {
    const { provider, calls } = await open({ what: { type: 'textbox', label: 'What?' }, count: { type: 'number', label: '', value: 1 } });
    await run(provider);
    expect(calls).toEqual([['a lake', 1]]);
  });

  it('take pictures, wherever there is a place for one', async () => {
    const { provider, calls } = await open({ prompt, style_picture: { type: 'image', label: '' }, mask: { type: 'image', label: '' }, strength: slider('', 0, 1, 0.1, 0.6) });
    const png = examplePng();
    const { error } = await run(provider, { images: [png], mask: png });
    expect(error).toBeUndefined();
    expect(calls).toMatchObject([['a lake', { orig_name: 'image-1.png' }, { orig_name: 'image-2.png' }, 0.6]]);
    expect((await run(provider, { images: [png, png] })).error).toBeInstanceOf(UnsupportedOptionError);
    expect((await run(provider)).error).toBeUndefined();
    expect(calls[1]).toEqual(['a lake', null, null, 0.6]);
  });
});

describe('the seed', () => {
  const seed = slider('Seed', -1, 1000, 1, -1);
  const random = { uuid: () => crypto.randomUUID(), integer: () => 123 };

  it('is read from the output that has its name', async () => {
    const { paint } = painter({ prompt, seed, randomize_seed: { type: 'checkbox', label: '', value: true } }, [{ type: 'textbox', label: 'Log' }, { type: 'number', label: 'Used seed' }, { type: 'image', label: 'Result' }]);
    const space = await openSpace({ functions: { paint } });
    const { image } = await run(providerAt(space, { apiName: 'paint' }));
    expect(image).toMatchObject({ seed: 7, urls: { length: 1 } });
  });

  it('is drawn here where the Space would not tell it', async () => {
    const { paint, calls } = painter({ prompt, seed, randomize_seed: { type: 'checkbox', label: '', value: true } });
    const space = await openSpace({ functions: { paint } });
    const { image } = await run(providerAt(space, { apiName: 'paint' }, { random }));
    expect(image?.seed).toBe(123);
    expect(calls).toEqual([['a lake', 123, false]]);
  });

  it('is none below 0, which some Spaces have for a seed of their choice', async () => {
    const { provider } = await open({ prompt, seed });
    await run(provider);
    expect(provider.boundsFor().seed).toEqual({ min: 0, max: 1000 });
  });
});
