import { createRegistry, type AsyncGeneratorProvider, type AsyncResult, type ImageEvent, type ImageResponse } from '@hypotez/provider-core';
import type { GradioSpaceOptions, GradioSpaceProvider, SignatureReport } from '@hypotez/provider-gradio';
import { describe, expectTypeOf, it } from 'vitest';
import { StabilityAI_SD35Large, stabilityAiSd35, type StabilityAiSd35Options } from './index.ts';

const registry = createRegistry([stabilityAiSd35()]);

describe('resolve', () => {
  it('gives the class for the aliases, the model, and either behind the id', () => {
    expectTypeOf(registry.resolve('sd-3.5')).toEqualTypeOf<StabilityAI_SD35Large>();
    expectTypeOf(registry.resolve('sd-3.5-large')).toEqualTypeOf<StabilityAI_SD35Large>();
    expectTypeOf(registry.resolve('stabilityai-stable-diffusion-3-5-large')).toEqualTypeOf<StabilityAI_SD35Large>();
    expectTypeOf(registry.resolve('stabilityai-sd35/sd-3.5')).toEqualTypeOf<StabilityAI_SD35Large>();
    expectTypeOf(registry.resolve('stabilityai-sd35/stabilityai-stable-diffusion-3-5-large')).toEqualTypeOf<StabilityAI_SD35Large>();
  });

  it('gives the base class for any other text', () => {
    expectTypeOf(registry.resolve('flux')).toEqualTypeOf<AsyncGeneratorProvider>();
    const name: string = ['sd', '3.5'].join('-');
    expectTypeOf(registry.resolve(name)).toEqualTypeOf<AsyncGeneratorProvider>();
  });
});

describe('StabilityAI_SD35Large', () => {
  it('is a Space provider', () => {
    expectTypeOf<StabilityAI_SD35Large>().toExtend<GradioSpaceProvider>();
    expectTypeOf<StabilityAiSd35Options>().toEqualTypeOf<GradioSpaceOptions>();
  });

  it('runs from the class and from an object', () => {
    expectTypeOf(StabilityAI_SD35Large.createAsyncGenerator({ prompt: 'a cat' })).toEqualTypeOf<AsyncResult>();
    expectTypeOf(new StabilityAI_SD35Large().createAsyncGenerator({ prompt: 'a cat' })).toEqualTypeOf<AsyncResult>();
    expectTypeOf<ImageEvent & { type: 'image' }>().toExtend<ImageResponse>();
    expectTypeOf(new StabilityAI_SD35Large().signature()).toEqualTypeOf<Promise<SignatureReport>>();
  });

  it('has the attributes on the class and on its objects', () => {
    expectTypeOf(StabilityAI_SD35Large.url).toEqualTypeOf<string>();
    expectTypeOf(StabilityAI_SD35Large.models).toEqualTypeOf<readonly string[]>();
    expectTypeOf(new StabilityAI_SD35Large().modelAliases).toEqualTypeOf<Readonly<Record<string, string>>>();
  });

  it('refuses wrong options and requests', () => {
    // @ts-expect-error: there are two streams.
    new StabilityAI_SD35Large({ stream: 'rich' });
    // @ts-expect-error: there is no such option.
    stabilityAiSd35({ adress: 'https://x.hf.space' });
    // @ts-expect-error: a seed is a number.
    StabilityAI_SD35Large.createAsyncGenerator({ seed: '42' });
    // @ts-expect-error: there is no such field.
    new StabilityAI_SD35Large().createAsyncGenerator({ promt: 'a cat' });
  });
});
