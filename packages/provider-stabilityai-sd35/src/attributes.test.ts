import { AsyncGeneratorProvider, ModelNotFoundError, createRegistry } from '@hypotez/provider-core';
import { GradioSpaceProvider } from '@hypotez/provider-gradio';
import { describe, expect, it } from 'vitest';
import { StabilityAI_SD35Large, stabilityAiSd35 } from './index.ts';

const MODEL = 'stabilityai-stable-diffusion-3-5-large';

describe.each([
  ['the class', StabilityAI_SD35Large],
  ['an object of it', new StabilityAI_SD35Large()],
])('%s', (_name, provider) => {
  it.each<readonly [string, unknown]>([
    ['label', 'StabilityAI SD-3.5-Large'],
    ['url', 'https://stabilityai-stable-diffusion-3-5-large.hf.space'],
    ['apiEndpoint', '/gradio_api/call/infer'],
    ['working', true],
    ['defaultModel', MODEL],
    ['defaultImageModel', MODEL],
    ['modelAliases', { 'sd-3.5': MODEL, 'sd-3.5-large': MODEL }],
    ['imageModels', ['sd-3.5', 'sd-3.5-large']],
    ['models', ['sd-3.5', 'sd-3.5-large']],
  ])('has the %s of the original', (attribute, value) => {
    expect(Reflect.get(provider, attribute)).toEqual(value);
  });

  it('takes its models from the aliases, as the original does', () => {
    expect(provider.imageModels).toEqual(Object.keys(provider.modelAliases));
    expect(provider.models).toEqual(provider.imageModels);
    expect(provider.getModels()).toEqual(provider.models);
  });

  it('knows its model by name, by alias and without either', () => {
    for (const name of [MODEL, 'sd-3.5', 'sd-3.5-large', '', undefined]) expect(provider.getModel(name)).toBe(MODEL);
  });

  it.each(['sd-3', 'SD-3.5', 'flux', '__proto__', 'constructor'])('serves no %s', (name) => {
    expect(() => provider.getModel(name)).toThrow(ModelNotFoundError);
  });
});

describe('StabilityAI_SD35Large', () => {
  it('is a Space, which is a provider', () => {
    expect(new StabilityAI_SD35Large()).toBeInstanceOf(GradioSpaceProvider);
    expect(new StabilityAI_SD35Large()).toBeInstanceOf(AsyncGeneratorProvider);
    expect(new StabilityAI_SD35Large().id).toBe('stabilityai-sd35');
  });

  it('has the limits and defaults of the Space', () => {
    expect(new StabilityAI_SD35Large().bounds).toEqual({
      size: { min: 512, max: 1024, multipleOf: 32 },
      seed: { min: 0, max: 2_147_483_647 },
      guidanceScale: { min: 0, max: 7.5 },
      numInferenceSteps: { min: 1, max: 50 },
      n: { min: 1, max: 10 },
      imagesPerCall: 1,
    });
    expect(new StabilityAI_SD35Large().defaults).toEqual({ aspectRatio: '1:1', guidanceScale: 4.5, numInferenceSteps: 50, seed: 0 });
  });
});

describe('stabilityAiSd35', () => {
  it.each([MODEL, 'sd-3.5', 'sd-3.5-large', 'stabilityai-sd35/sd-3.5', `stabilityai-sd35/${MODEL}`])('serves %s in a registry', (name) => {
    using registry = createRegistry([stabilityAiSd35()]);
    expect(registry.resolve(name)).toBeInstanceOf(StabilityAI_SD35Large);
  });

  it('hands its options on', () => {
    using registry = createRegistry([stabilityAiSd35({ url: 'https://me-my-copy.hf.space', apiEndpoint: '/call/paint' })]);
    expect(registry.resolve('sd-3.5')).toMatchObject({ url: 'https://me-my-copy.hf.space', apiEndpoint: '/call/paint' });
  });
});
