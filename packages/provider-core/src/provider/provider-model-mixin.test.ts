import { describe, expect, it } from 'vitest';
import { ConfigurationError } from '../errors/configuration-error.ts';
import { ModelNotFoundError } from '../errors/model-not-found-error.ts';
import { CATALOG, ExampleProvider } from '../testing/example-provider.ts';
import { AsyncGeneratorProvider } from './async-generator-provider.ts';
import { defineCatalog, type ModelCatalog } from './model-catalog.ts';
import { ProviderModelMixin } from './provider-model-mixin.ts';
import { definePlugin } from './provider-plugin.ts';

const ATTRIBUTES = {
  label: 'Example',
  url: 'https://example.com',
  working: true,
  defaultModel: 'stable-diffusion-3.5-large',
  defaultImageModel: 'stable-diffusion-3.5-large',
  modelAliases: { 'sd-3.5': 'stable-diffusion-3.5-large', 'sd-3.5-large': 'stable-diffusion-3.5-large', 'sd-3.5-medium': 'stable-diffusion-3.5-medium' },
  imageModels: ['sd-3.5', 'sd-3.5-large', 'sd-3.5-medium'],
  models: ['sd-3.5', 'sd-3.5-large', 'sd-3.5-medium'],
};

describe.each([['the class', ExampleProvider], ['its objects', new ExampleProvider()]] as const)('ProviderModelMixin on %s', (_where, aware) => {
  it('has the attributes of the catalogue', () => {
    const { label, url, working, defaultModel, defaultImageModel, modelAliases, imageModels, models } = aware;
    expect({ label, url, working, defaultModel, defaultImageModel, modelAliases, imageModels, models }).toEqual(ATTRIBUTES);
    expect(aware.getModels()).toEqual(ATTRIBUTES.models);
  });

  it('finds a model by alias, by its own name, and the default one without a name', () => {
    expect(aware.getModel('sd-3.5-medium')).toBe('stable-diffusion-3.5-medium');
    expect(aware.getModel('stable-diffusion-3.5-medium')).toBe('stable-diffusion-3.5-medium');
    expect(aware.getModel()).toBe('stable-diffusion-3.5-large');
    expect(aware.getModel('')).toBe('stable-diffusion-3.5-large');
  });

  it.each(['flux', 'SD-3.5', '__proto__', 'constructor', 'toString'])('refuses %s, because the catalogue is closed', (name) => {
    expect(() => aware.getModel(name)).toThrow(ModelNotFoundError);
  });
});

describe('an open catalogue', () => {
  const open = ProviderModelMixin(AsyncGeneratorProvider, defineCatalog({ ...CATALOG, open: true }));

  it('lets names through that nobody listed, and still knows its aliases', () => {
    expect(open.getModel('black-forest/flux-9')).toBe('black-forest/flux-9');
    expect(open.getModel('sd-3.5')).toBe('stable-diffusion-3.5-large');
    expect(open.getModel('constructor')).toBe('constructor');
    expect(open.getModel()).toBe('stable-diffusion-3.5-large');
  });
});

describe('defineCatalog and definePlugin', () => {
  const twice: ModelCatalog = { ...CATALOG, models: [{ id: 'a', aliases: ['x'] }, { id: 'b', aliases: ['x'] }] };
  const nameOfAnother: ModelCatalog = { ...CATALOG, models: [{ id: 'a', aliases: [] }, { id: 'b', aliases: ['a'] }] };

  it.each([['an alias', twice, 'x'], ['a name', nameOfAnother, 'a']] as const)('refuse %s that leads to two models', (_what, catalog, name) => {
    expect(() => defineCatalog(catalog)).toThrow(ConfigurationError);
    expect(() => defineCatalog(catalog)).toThrow(`Example gives the name "${name}" to two models, a and b.`);
    expect(() => definePlugin({ id: 'p', models: catalog.models, create: () => new ExampleProvider() })).toThrow('The plugin p gives the name');
  });

  it('take a model whose alias is its own name, or is given twice', () => {
    expect(() => defineCatalog({ ...CATALOG, models: [{ id: 'a', aliases: ['a', 'b', 'b'] }] })).not.toThrow();
  });

  it('give what they were given, frozen', () => {
    expect(Object.isFrozen(CATALOG)).toBe(true);
    expect(Object.isFrozen(definePlugin({ id: 'p', models: [], create: () => new ExampleProvider() }))).toBe(true);
  });
});
