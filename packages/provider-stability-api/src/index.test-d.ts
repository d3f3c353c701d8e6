import { createRegistry, type AsyncGeneratorProvider, type AsyncResult, type HttpServiceOptions, type HttpServiceProvider, type ImageRequest } from '@hypotez/provider-core';
import { describe, expectTypeOf, it } from 'vitest';
import { StabilityApiProvider, stabilityApi, type StabilityApiOptions, type StabilityApiRequestOptions } from './index.ts';

const registry = createRegistry([stabilityApi()]);

describe('resolve', () => {
  it('gives the class for aliases, models, and either behind the id', () => {
    expectTypeOf(registry.resolve('sd-3.5')).toEqualTypeOf<StabilityApiProvider>();
    expectTypeOf(registry.resolve('stable-image-ultra')).toEqualTypeOf<StabilityApiProvider>();
    expectTypeOf(registry.resolve('core')).toEqualTypeOf<StabilityApiProvider>();
    expectTypeOf(registry.resolve('stability-api/sd3.5-medium')).toEqualTypeOf<StabilityApiProvider>();
  });

  it('gives the base class for names that are known only later', () => {
    expectTypeOf(registry.resolve('sd-3.5' as string)).toEqualTypeOf<AsyncGeneratorProvider>();
  });
});

describe('the class', () => {
  it('is a provider of an HTTP service, and runs without an object', () => {
    expectTypeOf<StabilityApiProvider>().toExtend<HttpServiceProvider>();
    expectTypeOf(StabilityApiProvider.createAsyncGenerator({ prompt: 'a cat' })).toEqualTypeOf<AsyncResult>();
  });

  it('has the options of every HTTP service', () => {
    expectTypeOf<StabilityApiOptions>().toEqualTypeOf<HttpServiceOptions>();
    // @ts-expect-error: an option that there is none.
    stabilityApi({ key: 'sk-1' });
  });
});

describe('the options of a request', () => {
  it('are a style and a format', () => {
    expectTypeOf<'anime' | '3d-model'>().toExtend<StabilityApiRequestOptions['stylePreset']>();
    expectTypeOf<StabilityApiRequestOptions['outputFormat']>().toEqualTypeOf<'png' | 'jpeg' | 'webp' | undefined>();
    expectTypeOf<'oil'>().not.toExtend<StabilityApiRequestOptions['stylePreset']>();
  });

  it('stand under the id of the plugin', () => {
    expectTypeOf<{ readonly prompt: string; readonly providerOptions: { readonly 'stability-api': StabilityApiRequestOptions } }>().toExtend<ImageRequest>();
  });
});
