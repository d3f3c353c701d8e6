import { ModelNotFoundError } from '../errors/model-not-found-error.ts';
import type { AsyncGeneratorProvider } from './async-generator-provider.ts';
import type { ModelCatalog } from './model-catalog.ts';

/** What a provider knows about its models; the same on the class and on its objects. */
export interface ModelAware {
  /** Name for people. */
  readonly label: string;
  /** Address of the service. */
  readonly url: string;
  /** Whether the provider is known to work. */
  readonly working: boolean;
  /** The model of requests that name none. */
  readonly defaultModel: string;
  /** The image model of requests that name none. */
  readonly defaultImageModel: string;
  /** The model behind each alias. */
  readonly modelAliases: Readonly<Record<string, string>>;
  /** Names by which image models are looked up. */
  readonly imageModels: readonly string[];
  /** Names by which models are looked up. */
  readonly models: readonly string[];
  /**
   * The model's own name for a name or alias; the default model without one.
   *
   * @throws {ModelNotFoundError} when the catalogue is closed and has no such name.
   */
  getModel(name?: string): string;
  /** Names by which models are looked up. */
  getModels(): readonly string[];
}

// TypeScript accepts no other parameter list for the base of a mixin (TS2545).
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type AbstractConstructor<Instance> = abstract new (...parameters: any[]) => Instance;

/** Adds a catalogue's attributes and look-ups to a provider class, on the class itself and on its objects. */
export function ProviderModelMixin<Base extends AbstractConstructor<AsyncGeneratorProvider>>(
  base: Base,
  catalog: ModelCatalog,
): Base & AbstractConstructor<ModelAware> & ModelAware {
  const { aliases, getModel } = lookUp(catalog);
  const names = Object.keys(aliases);
  const defaultModel = catalog.models[0].id;
  const attributes = {
    label: catalog.label, url: catalog.url, working: catalog.working, defaultModel, defaultImageModel: defaultModel, modelAliases: aliases, imageModels: names, models: names,
  };
  abstract class ProviderWithModels extends base implements ModelAware {
    // The attributes are the same on both sides, so they are written once, below.
    declare static readonly label: string;
    declare static readonly url: string;
    declare static readonly working: boolean;
    declare static readonly defaultModel: string;
    declare static readonly defaultImageModel: string;
    declare static readonly modelAliases: Readonly<Record<string, string>>;
    declare static readonly imageModels: readonly string[];
    declare static readonly models: readonly string[];

    declare readonly label: string;
    declare readonly url: string;
    declare readonly working: boolean;
    declare readonly defaultModel: string;
    declare readonly defaultImageModel: string;
    declare readonly modelAliases: Readonly<Record<string, string>>;
    declare readonly imageModels: readonly string[];
    declare readonly models: readonly string[];

    static getModel(name?: string): string {
      return getModel(name);
    }

    static getModels(): readonly string[] {
      return names;
    }

    getModel(name?: string): string {
      return getModel(name);
    }

    getModels(): readonly string[] {
      return names;
    }
  }
  Object.assign(ProviderWithModels, attributes);
  Object.assign(ProviderWithModels.prototype, attributes);
  return ProviderWithModels;
}

/** The model behind each alias, and the look-up by alias or by the model's own name. */
function lookUp({ models, open = false }: ModelCatalog): { readonly aliases: Readonly<Record<string, string>>; readonly getModel: (name?: string) => string } {
  const aliases = Object.fromEntries(models.flatMap((model) => model.aliases.map((alias) => [alias, model.id])));
  const known = new Map([...Object.entries(aliases), ...models.map(({ id }) => [id, id] as const)]);
  const getModel = (name = ''): string => {
    const model = known.get(name === '' ? models[0].id : name) ?? (open ? name : undefined);
    if (model === undefined) throw new ModelNotFoundError(name, [...known.keys()]);
    return model;
  };
  return { aliases: Object.freeze(aliases), getModel };
}
