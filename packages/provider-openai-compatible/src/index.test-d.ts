import { createRegistry, type AsyncGeneratorProvider, type HttpServiceOptions, type HttpServiceProvider, type ModelAware, type ProviderPlugin } from '@hypotez/provider-core';
import { describe, expectTypeOf, it } from 'vitest';
import { openAiCompatible, type Dialect, type OpenAiCompatibleOptions, type OpenAiCompatibleProvider, type ServedModels } from './index.ts';

/** The class with the catalogue of its options. */
type Served = OpenAiCompatibleProvider & ModelAware;

describe('resolve', () => {
  it('gives the class for the models of OpenAI', () => {
    const registry = createRegistry([openAiCompatible()]);
    expectTypeOf(registry.resolve('gpt-image')).toEqualTypeOf<Served>();
    expectTypeOf(registry.resolve('openai-compatible/gpt-image-1.5')).toEqualTypeOf<Served>();
    expectTypeOf(registry.resolve('gpt-image-1')).toEqualTypeOf<AsyncGeneratorProvider>();
  });

  it('gives the class for the models that the options name, and for no other', () => {
    const registry = createRegistry([openAiCompatible({ id: 'local', url: 'http://127.0.0.1:8080/v1', models: [{ id: 'sd-cpp-local', aliases: ['sd-3.5'] }] })]);
    expectTypeOf(registry.resolve('sd-3.5')).toEqualTypeOf<Served>();
    expectTypeOf(registry.resolve('local/sd-cpp-local')).toEqualTypeOf<Served>();
    expectTypeOf(registry.resolve('gpt-image')).toEqualTypeOf<AsyncGeneratorProvider>();
  });

  it('gives the class for the model of a server of which nothing else is known', () => {
    const registry = createRegistry([openAiCompatible({ url: 'http://127.0.0.1:8080/v1' })]);
    expectTypeOf(registry.resolve('default')).toEqualTypeOf<Served>();
    expectTypeOf(registry.resolve('gpt-image')).toEqualTypeOf<AsyncGeneratorProvider>();
  });
});

describe('openAiCompatible', () => {
  it('is a plugin with the id that it is given', () => {
    expectTypeOf(openAiCompatible().id).toEqualTypeOf<'openai-compatible'>();
    expectTypeOf(openAiCompatible({ id: 'local' }).id).toEqualTypeOf<'local'>();
    expectTypeOf(openAiCompatible()).toExtend<ProviderPlugin>();
  });

  it('takes known options only', () => {
    expectTypeOf<OpenAiCompatibleOptions>().toExtend<HttpServiceOptions>();
    expectTypeOf<Dialect>().toEqualTypeOf<'fields' | 'sd-server'>();
    expectTypeOf<OpenAiCompatibleOptions['models']>().toEqualTypeOf<ServedModels | undefined>();
    expectTypeOf<[]>().not.toExtend<ServedModels>();
    // @ts-expect-error: a misspelt option is told while it is written.
    openAiCompatible({ urll: 'http://127.0.0.1:8080/v1' });
  });
});

describe('OpenAiCompatibleProvider', () => {
  it('is a provider of an HTTP service', () => {
    expectTypeOf<OpenAiCompatibleProvider>().toExtend<HttpServiceProvider>();
  });
});
