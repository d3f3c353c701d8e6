import { describe, expect, it } from 'vitest';
import { createProviderContext } from './create-provider-context.ts';
import { AsyncGeneratorProvider, type ProviderSettings } from './async-generator-provider.ts';
import type { Generation } from './generation.ts';
import { defineCatalog } from './model-catalog.ts';
import { ProviderModelMixin } from './provider-model-mixin.ts';
import type { GenerationBounds } from '../request/generation-limits.ts';
import { BOUNDS, CAPABILITIES, DEFAULTS } from '../testing/example-provider.ts';
import { image, outcomeOf } from '../testing/example-run.ts';

const CATALOG = defineCatalog({
  label: 'Two', url: 'https://example.com', working: true, open: true, capabilities: CAPABILITIES, bounds: BOUNDS, defaults: DEFAULTS,
  models: [
    { id: 'large', aliases: ['sd-3.5'] },
    { id: 'turbo', aliases: [], capabilities: { negativePrompt: false }, bounds: { guidanceScale: undefined, numInferenceSteps: { min: 1, max: 8 } }, defaults: { guidanceScale: undefined, numInferenceSteps: 4 } },
    { id: 'ratio', aliases: [], bounds: { size: { aspectRatios: ['1:1', '16:9'], pixels: 1_000_000 } } },
  ],
});

class Provider extends ProviderModelMixin(AsyncGeneratorProvider, CATALOG) {
  readonly id = 'two';
  readonly generations: Generation[] = [];
  readonly changed: Partial<GenerationBounds> | undefined;

  constructor(changed?: Partial<GenerationBounds>, settings?: ProviderSettings) {
    super(createProviderContext(), settings);
    this.changed = changed;
  }

  protected override get ownBounds() {
    return this.changed;
  }

  protected override async *generate(generation: Generation) {
    this.generations.push(generation);
    await Promise.resolve();
    yield image({ warnings: ['of the plugin'] });
  }
}

async function ask(request: object, provider = new Provider()) {
  const { error, events } = await outcomeOf(provider.createAsyncGenerator({ prompt: 'a cat', ...request }));
  return { error, events, generation: provider.generations[0] };
}

describe('a catalogue', () => {
  it('says of every model all that holds for it', () => {
    const [large, turbo] = CATALOG.models;
    expect(large).toMatchObject({ capabilities: CAPABILITIES, bounds: BOUNDS, defaults: DEFAULTS });
    expect(turbo).toMatchObject({ capabilities: { negativePrompt: false, mask: true }, bounds: { n: BOUNDS.n, numInferenceSteps: { max: 8 } }, defaults: { aspectRatio: '1:1', numInferenceSteps: 4 } });
    expect(turbo?.bounds.guidanceScale).toBeUndefined();
  });
});

describe('a provider', () => {
  it('knows the limits of each model, by name or alias, on the class too', () => {
    const provider = new Provider();
    for (const place of [Provider, provider]) {
      expect(place.boundsFor('sd-3.5')).toEqual(BOUNDS);
      expect(place.boundsFor('turbo').numInferenceSteps).toEqual({ min: 1, max: 8 });
      expect(place.defaultsFor('turbo').numInferenceSteps).toBe(4);
      expect(place.capabilities('turbo').negativePrompt).toBe(false);
      expect(place.capabilities()).toEqual(CAPABILITIES);
    }
    expect([provider.bounds, provider.defaults]).toEqual([BOUNDS, DEFAULTS]);
  });

  it('that was made for another model has the limits of that one', () => {
    const turbo = new Provider(undefined, { model: 'turbo' });
    expect([turbo.bounds, turbo.defaults]).toEqual([turbo.boundsFor('turbo'), turbo.defaultsFor('turbo')]);
    expect(turbo.defaults.numInferenceSteps).toBe(4);
  });

  it('holds an unlisted model of an open catalogue against what holds for all', () => {
    expect(new Provider().boundsFor('new-one')).toEqual(BOUNDS);
    expect(new Provider().capabilities('new-one')).toEqual(CAPABILITIES);
  });

  it('has bounds of its options over those of every model, always the same object', () => {
    const provider = new Provider({ n: { min: 1, max: 9 } });
    expect(provider.boundsFor('turbo')).toMatchObject({ n: { max: 9 }, numInferenceSteps: { max: 8 } });
    expect(provider.boundsFor('turbo')).toBe(provider.boundsFor('turbo'));
  });

  it('lists models without an alias by their own name', () => {
    expect(Provider.models).toEqual(['sd-3.5', 'turbo', 'ratio']);
  });
});

describe('a request', () => {
  it('is held against the model that it names', async () => {
    expect((await ask({ model: 'turbo', numInferenceSteps: 9 })).error).toMatchObject({ problems: [{ field: 'numInferenceSteps', allowed: 'a whole number from 1 to 8' }] });
    expect((await ask({ model: 'turbo', guidanceScale: 3 })).error).toMatchObject({ name: 'UnsupportedOptionError', problems: [{ field: 'guidanceScale' }] });
    expect((await ask({ model: 'sd-3.5', numInferenceSteps: 9, guidanceScale: 3 })).error).toBeUndefined();
  });

  it('gets the defaults of the model that it names', async () => {
    expect((await ask({ model: 'turbo' })).generation).toMatchObject({ numInferenceSteps: 4, guidanceScale: undefined });
    expect((await ask({})).generation).toMatchObject({ numInferenceSteps: 40, guidanceScale: 4.5 });
  });

  it('tells the plugin which fields it brought itself', async () => {
    expect((await ask({ model: 'large', seed: 5, width: undefined })).generation?.given).toEqual(new Set(['prompt', 'model', 'seed']));
  });

  it('gets a warning where the size is not quite what was asked for, beside those of the plugin', async () => {
    const { events, generation } = await ask({ model: 'ratio', width: 1000, height: 1000 });
    expect(generation?.aspectRatio).toBe('1:1');
    expect(events.at(-1)).toMatchObject({ type: 'image', warnings: [expect.stringContaining('1:1'), 'of the plugin'] });
  });
});
