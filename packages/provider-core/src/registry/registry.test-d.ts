import { describe, expectTypeOf, it } from 'vitest';
import {
  createRegistry, definePlugin, type AsyncGeneratorProvider, type AsyncResult, type Candidate, type Capabilities, type GenerationBounds, type DependencyContainer, type ImageRequest, type ModelDescription, type NamesOf,
  type ProviderContext, type ProviderOf, type ProviderPlugin, type RegisteredModel, type Registry, type RegistryOptions,
} from '../index.ts';
import { ExampleProvider } from '../testing/example-provider.ts';

class First extends ExampleProvider {
  readonly first = true;
}
class Second extends ExampleProvider {
  readonly second = true;
}
const first = definePlugin({ id: 'first', models: [{ id: 'sd3.5-large', aliases: ['sd-3.5', 'sd'] }], create: (context) => new First(context) });
const second = definePlugin({ id: 'second', models: [{ id: 'flux-dev', aliases: ['flux'] }, { id: 'sd3.5-turbo', aliases: ['sd-3.5'] }], create: (context) => new Second(context) });
const registry = createRegistry([first, second]);

describe('resolve', () => {
  it('gives the class of the plugin for an alias, a model name, and either behind the id', () => {
    expectTypeOf(registry.resolve('sd')).toEqualTypeOf<First>();
    expectTypeOf(registry.resolve('sd3.5-large')).toEqualTypeOf<First>();
    expectTypeOf(registry.resolve('first/sd-3.5')).toEqualTypeOf<First>();
    expectTypeOf(registry.resolve('second/flux-dev')).toEqualTypeOf<Second>();
    expectTypeOf(registry.resolve('flux')).toHaveProperty('second');
  });

  it('gives the union of the classes for an alias that two plugins have', () => {
    expectTypeOf(registry.resolve('sd-3.5')).toEqualTypeOf<First | Second>();
  });

  it('gives the base class for a text that is known at run time only', () => {
    const name = ['sd'].join('');
    expectTypeOf(registry.resolve(name)).toEqualTypeOf<AsyncGeneratorProvider>();
    expectTypeOf(registry.resolve('no such name')).toEqualTypeOf<AsyncGeneratorProvider>();
  });

  it('wants one text', () => {
    // @ts-expect-error: a name is a text.
    registry.resolve(5);
  });
});

describe('candidates', () => {
  it('carry the same classes', () => {
    expectTypeOf(registry.candidates('flux')).toEqualTypeOf<readonly Candidate<Second>[]>();
    expectTypeOf(registry.candidates('sd-3.5')[0]?.provider).toEqualTypeOf<First | Second | undefined>();
    expectTypeOf(registry.candidates(['x'].join(''))).toEqualTypeOf<readonly Candidate[]>();
    expectTypeOf<Candidate['provider']>().toEqualTypeOf<AsyncGeneratorProvider>();
  });
});

describe('names', () => {
  it('complete to every alias and model name, with and without the id', () => {
    expectTypeOf<NamesOf<typeof first>>().toEqualTypeOf<'sd' | 'sd-3.5' | 'sd3.5-large' | 'first/sd' | 'first/sd-3.5' | 'first/sd3.5-large'>();
    expectTypeOf<'second/flux'>().toExtend<NamesOf<typeof second>>();
    expectTypeOf<'first/flux'>().not.toExtend<NamesOf<typeof first>>();
  });

  it('lead to their provider', () => {
    expectTypeOf<ProviderOf<typeof first | typeof second, 'flux'>>().toEqualTypeOf<Second>();
    expectTypeOf<ProviderOf<typeof first | typeof second, 'sd-3.5'>>().toEqualTypeOf<First | Second>();
    expectTypeOf<ProviderOf<typeof first, 'flux'>>().toBeNever();
  });
});

describe('a registry', () => {
  it('generates for known names and for any other text', () => {
    expectTypeOf<(typeof registry)['generate']>().returns.toEqualTypeOf<AsyncResult>();
    expectTypeOf<(typeof registry)['generate']>().parameter(1).toEqualTypeOf<ImageRequest>();
    registry.generate('sd', { prompt: 'x' });
    registry.generate('any text', { prompt: 'x' });
    // @ts-expect-error: an option that nobody knows.
    registry.generate('sd', { prompt: 'x', widht: 5 });
  });

  it('may be handed on as a registry of whatever plugins', () => {
    expectTypeOf(registry).toExtend<Registry>();
    const list = (plugins: readonly ProviderPlugin[]): Registry => createRegistry(plugins);
    expectTypeOf(list([]).resolve('x')).toEqualTypeOf<AsyncGeneratorProvider>();
  });

  it('tells what it has', () => {
    expectTypeOf(registry.models()).toEqualTypeOf<readonly RegisteredModel[]>();
    expectTypeOf(registry.providers()).toEqualTypeOf<readonly string[]>();
    expectTypeOf<RegisteredModel['aliases']>().toEqualTypeOf<readonly string[]>();
    expectTypeOf<RegisteredModel['capabilities']>().toEqualTypeOf<Partial<Capabilities>>();
    expectTypeOf<RegisteredModel['bounds']>().toEqualTypeOf<Partial<GenerationBounds>>();
    expectTypeOf<RegistryOptions['container']>().toEqualTypeOf<DependencyContainer | undefined>();
  });

  it('may be disposed of, at once or patiently', () => {
    expectTypeOf(registry).toExtend<Disposable & AsyncDisposable>();
  });
});

describe('a plugin', () => {
  it('keeps id, models and class', () => {
    expectTypeOf(first.id).toEqualTypeOf<'first'>();
    expectTypeOf<(typeof first)['create']>().returns.toEqualTypeOf<First>();
    expectTypeOf(first).toExtend<ProviderPlugin>();
    expectTypeOf<ProviderPlugin['models']>().toEqualTypeOf<readonly ModelDescription[]>();
    expectTypeOf<(typeof first)['create']>().parameter(0).toEqualTypeOf<ProviderContext>();
  });

  it('must make a provider', () => {
    // @ts-expect-error: a text is no provider.
    definePlugin({ id: 'x', models: [], create: () => 'x' });
  });
});
