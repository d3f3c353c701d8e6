import { ModelNotFoundError } from '../errors/model-not-found-error.ts';
import type { AsyncGeneratorProvider } from './async-generator-provider.ts';
import type { ModelCatalog, ModelDescription } from './model-catalog.ts';

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
  const aware = modelAware(catalog);
  abstract class ProviderWithModels extends base implements ModelAware {
    static readonly label = aware.label;
    static readonly url = aware.url;
    static readonly working = aware.working;
    static readonly defaultModel = aware.defaultModel;
    static readonly defaultImageModel = aware.defaultImageModel;
    static readonly modelAliases = aware.modelAliases;
    static readonly imageModels = aware.imageModels;
    static readonly models = aware.models;

    readonly label = aware.label;
    readonly url: string = aware.url;
    readonly working = aware.working;
    readonly defaultModel = aware.defaultModel;
    readonly defaultImageModel = aware.defaultImageModel;
    readonly modelAliases = aware.modelAliases;
    readonly imageModels = aware.imageModels;
    readonly models = aware.models;

    static getModel(name?: string): string {
      return aware.getModel(name);
    }

    static getModels(): readonly string[] {
      return aware.models;
    }

    getModel(name?: string): string {
      return aware.getModel(name);
    }

    getModels(): readonly string[] {
      return aware.models;
    }
  }
  return ProviderWithModels;
}

function modelAware({ label, url, working, models: descriptions, open = false }: ModelCatalog): ModelAware {
  const modelAliases = aliasTable(descriptions);
  const models = Object.keys(modelAliases);
  const defaultModel = descriptions[0].id;
  const ids = new Set(descriptions.map(({ id }) => id));
  const getModel = (name?: string): string => {
    if (name === undefined || name === '') return defaultModel;
    const model = Object.hasOwn(modelAliases, name) ? modelAliases[name] : undefined;
    if (model !== undefined) return model;
    if (open || ids.has(name)) return name;
    throw new ModelNotFoundError(name, [...models, ...ids]);
  };
  const getModels = (): readonly string[] => models;
  return { label, url, working, defaultModel, defaultImageModel: defaultModel, modelAliases, imageModels: models, models, getModel, getModels };
}

function aliasTable(models: readonly ModelDescription[]): Readonly<Record<string, string>> {
  return Object.freeze(Object.fromEntries(models.flatMap(({ id, aliases }) => aliases.map((alias) => [alias, id] as const))));
}
