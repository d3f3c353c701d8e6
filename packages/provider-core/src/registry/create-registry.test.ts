import { describe, expect, it } from 'vitest';
import { AbortedError } from '../errors/aborted-error.ts';
import { ConfigurationError } from '../errors/configuration-error.ts';
import { ModelNotFoundError } from '../errors/model-not-found-error.ts';
import { settle } from '../testing/barrier.ts';
import { examplePlugin } from '../testing/example-plugin.ts';
import { CATALOG, type ExampleProvider } from '../testing/example-provider.ts';
import { outcomeOf, step } from '../testing/example-run.ts';
import { createRegistry } from './create-registry.ts';

const ids = (candidates: readonly { readonly id: string; readonly model: string }[]): string[] => candidates.map(({ id, model }) => `${id}:${model}`);

describe('looking a model up', () => {
  it.each(['sd-3.5', 'sd3.5', 'a/sd-3.5', 'a/sd3.5'])('finds it by %s', (name) => {
    const provider = createRegistry([examplePlugin('a')]).resolve(name);
    expect(provider.id).toBe('a');
  });

  it('has every provider of an alias, in the order of the plugins', () => {
    const registry = createRegistry([examplePlugin('a'), examplePlugin('b'), examplePlugin('c', { models: [{ id: 'flux', aliases: [] }] })]);
    expect(ids(registry.candidates('sd-3.5'))).toEqual(['a:sd3.5', 'b:sd3.5']);
    expect(ids(registry.candidates('b/sd-3.5'))).toEqual(['b:sd3.5']);
    expect(registry.resolve('sd-3.5').id).toBe('a');
    expect(registry.resolve('flux').id).toBe('c');
  });

  it('has them in the order of the routes, those that are not named behind', () => {
    const registry = createRegistry(['a', 'b', 'c', 'd'].map((id) => examplePlugin(id)), { routes: { 'sd-3.5': ['c', 'a'] } });
    expect(ids(registry.candidates('sd-3.5'))).toEqual(['c:sd3.5', 'a:sd3.5', 'b:sd3.5', 'd:sd3.5']);
    expect(ids(registry.candidates('sd3.5'))).toEqual(['a:sd3.5', 'b:sd3.5', 'c:sd3.5', 'd:sd3.5']);
  });

  it('has names of the application for models of any plugin, and for nothing else of that name', () => {
    const aliases = { fast: 'b/sd-3.5', both: ['b/sd3.5', 'a/sd-3.5'], 'sd-3.5': 'c/sd3.5', new: 'hub/owner/model' };
    const registry = createRegistry([...['a', 'b', 'c'].map((id) => examplePlugin(id)), examplePlugin('hub', { open: true })], { aliases, routes: { both: ['a'] } });
    expect(ids(registry.candidates('fast'))).toEqual(['b:sd3.5']);
    expect(ids(registry.candidates('both'))).toEqual(['a:sd3.5', 'b:sd3.5']);
    expect(ids(registry.candidates('sd-3.5'))).toEqual(['c:sd3.5']);
    expect(ids(registry.candidates('a/sd-3.5'))).toEqual(['a:sd3.5']);
    expect(ids(registry.candidates('new'))).toEqual(['hub:owner/model']);
    expect(registry.models().map((model) => model.aliases)).toEqual([['both'], ['fast', 'both'], ['sd-3.5'], []]);
  });

  it('has two models of one plugin as two providers, each set to its own', async () => {
    const plugin = examplePlugin('a', { models: [{ id: 'large', aliases: ['sd-l'] }, { id: 'medium', aliases: ['sd-m'] }] });
    const registry = createRegistry([plugin]);
    await outcomeOf(registry.resolve('sd-m').createAsyncGenerator({ prompt: 'x' }));
    await outcomeOf(registry.resolve('sd-l').createAsyncGenerator({ prompt: 'x' }));
    expect(plugin.generations.map(({ model }) => model)).toEqual(['medium', 'large']);
  });

  it.each(['flux', '', 'a/', 'a/flux', 'b/sd-3.5', '/', '__proto__', 'constructor'])('does not find %j, and says what there is', (name) => {
    const registry = createRegistry([examplePlugin('a')]);
    expect(() => registry.resolve(name)).toThrow(ModelNotFoundError);
    expect(() => registry.candidates(name)).toThrow(/allowed is sd3\.5, sd-3\.5\.$/u);
  });

  it('finds any name behind the id of a plugin with an open catalogue', () => {
    const registry = createRegistry([examplePlugin('hub', { open: true }), examplePlugin('a')]);
    expect(ids(registry.candidates('hub/owner/new-model'))).toEqual(['hub:owner/new-model']);
    expect(() => registry.candidates('hub/')).toThrow(ModelNotFoundError);
    expect(() => registry.candidates('new-model')).toThrow(ModelNotFoundError);
    expect(() => registry.candidates('a/new-model')).toThrow(ModelNotFoundError);
  });

  it('means exactly one by `<plugin id>/<name>`, even if another plugin has a model of that very name', () => {
    const plugins = [examplePlugin('owner', { models: [{ id: 'large', aliases: [] }] }), examplePlugin('hub', { models: [{ id: 'owner/large', aliases: [] }] })];
    for (const order of [plugins, plugins.toReversed()]) {
      expect(ids(createRegistry(order).candidates('owner/large'))).toEqual(['owner:large']);
      expect(ids(createRegistry(order).candidates('hub/owner/large'))).toEqual(['hub:owner/large']);
    }
  });

  it('lists models and providers without making any', () => {
    const plugin = examplePlugin('a');
    const { bounds } = CATALOG;
    const registry = createRegistry([plugin, examplePlugin('b', { models: [{ id: 'flux', aliases: ['flux-dev'], bounds, capabilities: { imageInput: 1 } }] })]);
    expect(registry.providers()).toEqual(['a', 'b']);
    expect(registry.models()).toEqual([
      { provider: 'a', model: 'sd3.5', aliases: ['sd-3.5'], bounds: {}, capabilities: {} },
      { provider: 'b', model: 'flux', aliases: ['flux-dev'], bounds, capabilities: { imageInput: 1 } },
    ]);
    expect(plugin.created).toEqual([]);
  });

  it('is possible in a registry without plugins', () => {
    expect(() => createRegistry([]).resolve('sd-3.5')).toThrow('nothing: no provider is registered');
  });
});

describe('a registry that is put together wrongly', () => {
  it.each([
    ['two plugins of one id', () => createRegistry([examplePlugin('a'), examplePlugin('a')]), 'Two plugins have the id "a".'],
    [
      'one name for two models of a plugin',
      () => createRegistry([{ ...examplePlugin('a'), models: [{ id: 'x', aliases: ['sd'] }, { id: 'y', aliases: ['sd'] }] }]),
      'The plugin a gives the name "sd" to two models, x and y.',
    ],
    ['an alias of nothing', () => createRegistry([examplePlugin('a')], { aliases: { mine: 'sd-3.5' } }), 'The alias "mine" names "sd-3.5", which is no <plugin id>/<model>; there are a/sd3.5, a/sd-3.5.'],
    ['a route to nowhere', () => createRegistry([examplePlugin('a')], { routes: { 'sd-3.5': ['b'] } }), 'The order for "sd-3.5" names "b", which is no plugin; there are a.'],
  ])('is refused for %s', (_what, make, message) => {
    expect(make).toThrow(ConfigurationError);
    expect(make).toThrow(message);
  });
});

describe('making providers', () => {
  it('happens at the first use, once a model', () => {
    const plugin = examplePlugin('a');
    const registry = createRegistry([plugin]);
    const candidates = registry.candidates('sd-3.5');
    expect(plugin.created).toEqual([]);
    const provider = candidates[0]?.provider;
    expect(registry.resolve('sd-3.5')).toBe(provider);
    expect(registry.resolve('a/sd3.5')).toBe(provider);
    expect(plugin.created).toEqual(['sd3.5']);
  });

  it('happens anew in another registry', () => {
    const plugin = examplePlugin('a');
    expect(createRegistry([plugin]).resolve('sd-3.5')).not.toBe(createRegistry([plugin]).resolve('sd-3.5'));
  });

  it('refuses what is no provider', () => {
    const plugin = { ...examplePlugin('a'), create: () => Object.create(null) as ExampleProvider };
    expect(() => createRegistry([plugin]).resolve('sd-3.5')).toThrow('The plugin a made something that is no AsyncGeneratorProvider.');
  });
});

describe('disposing of a registry', () => {
  it('ends every run that is under way, at once', async () => {
    const cleaned: string[] = [];
    const registry = createRegistry([examplePlugin('a', {
      generate: async function* () {
        try {
          yield step(1);
          await new Promise(() => undefined);
        } finally {
          cleaned.push('a');
        }
      },
    })]);
    const [first, second] = [registry.resolve('sd-3.5').createAsyncGenerator({ prompt: 'x' }), registry.generate('sd-3.5', { prompt: 'x' })];
    await first.next();
    await second.next();
    const pending = [first.next(), second.next()].map(async (next) => next.catch((thrown: unknown) => thrown));
    await settle();
    await registry[Symbol.asyncDispose]();
    for (const error of await Promise.all(pending)) {
      expect(error).toBeInstanceOf(AbortedError);
      expect(error).toMatchObject({ message: 'The registry was disposed.', provider: 'a' });
    }
  });

  it('names in each run\'s error the provider of that run', async () => {
    const wait = { generate: async function* () { yield step(1); await new Promise(() => undefined); } };
    const registry = createRegistry([examplePlugin('a', wait), examplePlugin('b', wait)]);
    const runs = ['a/sd-3.5', 'b/sd-3.5'].map((name) => registry.resolve(name).createAsyncGenerator({ prompt: 'x' }));
    await Promise.all(runs.map((run) => run.next()));
    await registry[Symbol.asyncDispose]();
    const errors = await Promise.all(runs.map((run) => run.next().catch((thrown: unknown) => thrown)));
    expect(errors).toMatchObject([{ provider: 'a' }, { provider: 'b' }]);
  });

  it.each(['sync', 'async'] as const)('forbids every further use (%s)', async (kind) => {
    const registry = createRegistry([examplePlugin('a')]);
    const provider = registry.resolve('sd-3.5');
    const [candidate] = registry.candidates('sd-3.5');
    if (kind === 'sync') registry[Symbol.dispose]();
    else await registry[Symbol.asyncDispose]();
    expect(() => registry.resolve('sd-3.5')).toThrow('The registry was disposed and cannot be used any more.');
    expect(() => registry.candidates('sd-3.5')).toThrow(ConfigurationError);
    expect(() => candidate?.provider).toThrow(ConfigurationError);
    expect((await outcomeOf(registry.generate('sd-3.5', { prompt: 'x' }))).error).toBeInstanceOf(ConfigurationError);
    expect((await outcomeOf(provider.createAsyncGenerator({ prompt: 'x' }))).error).toBeInstanceOf(AbortedError);
  });

  it('may be done twice', async () => {
    const registry = createRegistry([examplePlugin('a')]);
    registry[Symbol.dispose]();
    registry[Symbol.dispose]();
    await expect(registry[Symbol.asyncDispose]()).resolves.toBeUndefined();
  });
});
