import { ProviderError, type AsyncGeneratorProvider, type Capabilities, type GenerationBounds, type GenerationDefaults } from '@hypotez/provider-core';
import type { PictureSource } from '../services/services.ts';

/** One model as it can be used today. */
export interface CatalogModel {
  /** The model's own name. */
  readonly model: string;
  /** Id of the plugin that serves it. */
  readonly provider: string;
  /** Names by which it is looked up. */
  readonly aliases: readonly string[];
  /** What it accepts; missing where the plugin cannot be made, see `problem`. */
  readonly bounds?: GenerationBounds | undefined;
  /** What it can do. */
  readonly capabilities?: Capabilities | undefined;
  /** What it takes when a request does not say. */
  readonly defaults?: GenerationDefaults | undefined;
  /** Why the plugin cannot be made. */
  readonly problem?: string | undefined;
}

/** One provider as it can be used today. */
export interface CatalogProvider {
  /** Id of the plugin. */
  readonly id: string;
  /** Name for people. */
  readonly label?: string | undefined;
  /** Address of the service. */
  readonly url?: string | undefined;
  /** Whether it is known to work; missing where the provider does not tell. */
  readonly working?: boolean | undefined;
  readonly models: readonly CatalogModel[];
}

/** Reads what all plugins say of themselves and of their models. Asks no network. */
export function readCatalog(source: Pick<PictureSource, 'providers' | 'models' | 'candidates'>): readonly CatalogProvider[] {
  const models = source.models();
  return source.providers().map((id) => {
    const made = models.filter(({ provider }) => provider === id).map(({ model, aliases }) => ({ model, aliases, ...make(source, `${id}/${model}`) }));
    const provider = made.find((one) => one.provider !== undefined)?.provider;
    return {
      id,
      label: textOf(provider, 'label'),
      url: textOf(provider, 'url'),
      working: booleanOf(provider, 'working'),
      models: made.map(({ model, aliases, provider: one, problem }) => ({ model, provider: id, aliases, capabilities: one?.capabilities(model), bounds: one?.boundsFor(model), defaults: one?.defaultsFor(model), problem })),
    };
  });
}

/** Makes the provider of a model. One plugin that fails must not keep the others from being listed. */
function make(source: Pick<PictureSource, 'candidates'>, name: string): { readonly provider?: AsyncGeneratorProvider; readonly problem?: string } {
  try {
    const provider = source.candidates(name)[0]?.provider;
    return provider === undefined ? {} : { provider };
  } catch (thrown) {
    if (!(thrown instanceof ProviderError)) throw thrown;
    return { problem: thrown.message };
  }
}

function textOf(provider: AsyncGeneratorProvider | undefined, name: string): string | undefined {
  const value: unknown = provider === undefined ? undefined : Reflect.get(provider, name);
  return typeof value === 'string' ? value : undefined;
}

function booleanOf(provider: AsyncGeneratorProvider | undefined, name: string): boolean | undefined {
  const value: unknown = provider === undefined ? undefined : Reflect.get(provider, name);
  return typeof value === 'boolean' ? value : undefined;
}
