import { InvalidRequestError, ModelNotFoundError, UnsupportedOptionError, createRegistry } from '@hypotez/provider-core';
import { runToEnd } from '@hypotez/provider-testkit';
import { describe, expect, it } from 'vitest';
import { BlackForestLabsFluxProvider, blackForestLabsFlux } from './index.ts';
import { openBoth, sentTo } from './testing/flux-spaces.ts';

const SESSION = '00000000-0000-4000-8000-000000000000';

describe('the models', () => {
  it('are asked at a Space each', () => {
    const provider = new BlackForestLabsFluxProvider();
    expect(provider.url).toBe('https://black-forest-labs-flux-1-dev.hf.space');
    expect(provider.spaces['black-forest-labs-flux-1-schnell'].url).toBe('https://black-forest-labs-flux-1-schnell.hf.space');
  });

  it.each([
    ['flux', 'black-forest-labs-flux-1-dev'], ['flux-dev', 'black-forest-labs-flux-1-dev'], ['flux.1-dev', 'black-forest-labs-flux-1-dev'],
    ['flux-schnell', 'black-forest-labs-flux-1-schnell'], ['flux.1-schnell', 'black-forest-labs-flux-1-schnell'], [undefined, 'black-forest-labs-flux-1-dev'],
  ])('are known as %s', (alias, model) => {
    expect(BlackForestLabsFluxProvider.getModel(alias)).toBe(model);
  });

  it('are found in a registry, and no other', () => {
    using registry = createRegistry([blackForestLabsFlux()]);
    expect(registry.resolve('flux-schnell')).toBeInstanceOf(BlackForestLabsFluxProvider);
    expect(() => registry.resolve('flux-pro')).toThrow(ModelNotFoundError);
  });
});

describe('[dev]', () => {
  it('is sent seven inputs', async () => {
    const { provider, dev, schnell } = await openBoth();
    const { image, error } = await runToEnd(provider, { model: 'flux-dev', prompt: 'a lake', seed: 42, aspectRatio: '16:9', guidanceScale: 7, numInferenceSteps: 20 });
    expect(error).toBeUndefined();
    expect(sentTo(dev)).toEqual({ data: ['a lake', 42, false, 1376, 768, 7, 20], session_hash: SESSION });
    expect(image).toMatchObject({ seed: 42, width: 1376, height: 768, model: 'black-forest-labs-flux-1-dev', provider: 'black-forest-labs-flux' });
    expect(schnell.requests).toEqual([]);
  });

  it('has defaults of its own', async () => {
    const { provider, dev } = await openBoth();
    await runToEnd(provider, { prompt: 'a lake' });
    expect(sentTo(dev)).toMatchObject({ data: ['a lake', 0, true, 1024, 1024, 3.5, 28] });
  });

  it('shows the picture while it is painted', async () => {
    const { provider } = await openBoth();
    const { events } = await runToEnd(provider, { prompt: 'a lake' });
    expect(events.filter(({ type }) => type === 'preview').length).toBeGreaterThan(0);
    expect(events.at(-1)?.type).toBe('image');
  });

  it.each([['guidanceScale', 0.5], ['guidanceScale', 15.1], ['numInferenceSteps', 51], ['width', 2080], ['width', 224]])('takes no %s of %d', async (field, value) => {
    const { provider, dev } = await openBoth();
    const { error } = await runToEnd(provider, { prompt: 'a lake', [field]: value });
    expect(error).toBeInstanceOf(InvalidRequestError);
    expect(error).toMatchObject({ problems: [{ field }], billed: 'no' });
    expect(dev.requests).toEqual([]);
  });
});

describe('[schnell]', () => {
  it('is sent six inputs, without guidance', async () => {
    const { provider, dev, schnell } = await openBoth();
    const { image, error } = await runToEnd(provider, { model: 'flux-schnell', prompt: 'a lake', seed: 42 });
    expect(error).toBeUndefined();
    expect(sentTo(schnell)).toEqual({ data: ['a lake', 42, false, 1024, 1024, 4], session_hash: SESSION });
    expect(image).toMatchObject({ seed: 42, model: 'black-forest-labs-flux-1-schnell' });
    expect(dev.requests).toEqual([]);
  });

  it('takes no guidance', async () => {
    const { provider, schnell } = await openBoth();
    const { error } = await runToEnd(provider, { model: 'flux-schnell', prompt: 'a lake', guidanceScale: 3.5 });
    expect(error).toBeInstanceOf(UnsupportedOptionError);
    expect(error).toMatchObject({ problems: [{ field: 'guidanceScale' }] });
    expect(schnell.requests).toEqual([]);
  });
});

describe('both', () => {
  it('take no negative prompt', async () => {
    const { provider } = await openBoth();
    for (const model of ['flux-dev', 'flux-schnell']) {
      expect((await runToEnd(provider, { model, prompt: 'a lake', negativePrompt: 'fog' })).error).toMatchObject({ problems: [{ field: 'negativePrompt' }] });
    }
  });

  it('match what their Spaces declare', async () => {
    const { provider } = await openBoth();
    for (const model of ['flux-dev', 'flux-schnell']) expect(await provider.signature({ model })).toMatchObject({ matches: true, differences: [], unknown: [] });
  });

  it('are asked at one address where the option url says so', async () => {
    const { dev } = await openBoth();
    const provider = new BlackForestLabsFluxProvider({ url: dev.url, apiEndpoint: '/gradio_api/call/preview' });
    await runToEnd(provider, { model: 'flux-schnell', prompt: 'a lake' });
    expect(dev.requests[0]?.path).toBe('/gradio_api/call/preview');
  });
});
