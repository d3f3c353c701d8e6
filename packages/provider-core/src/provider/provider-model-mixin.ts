import { ModelNotFoundError } from '../errors/model-not-found-error.ts';
import type { GenerationBounds, GenerationDefaults } from '../request/generation-limits.ts';
import type { AsyncGeneratorProvider } from './async-generator-provider.ts';
import type { Capabilities } from './capabilities.ts';
import type { CompleteModel, ModelCatalog, ModelLimits } from './model-catalog.ts';

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
  /** Names by which models are looked up: the aliases, and models that have none by their own name. */
  getModels(): readonly string[];
  /** What a model can do, by its name or an alias; the default model without one. */
  capabilities(model?: string): Capabilities;
  /** What a model accepts. */
  boundsFor(model?: string): GenerationBounds;
  /** What a model takes when the request does not say. */
  defaultsFor(model?: string): GenerationDefaults;
}

// TypeScript accepts no other parameter list for the base of a mixin (TS2545).
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type AbstractConstructor<Instance> = abstract new (...parameters: any[]) => Instance;

/** Adds a catalogue's attributes and look-ups to a provider class, on the class itself and on its objects. */
export function ProviderModelMixin<Base extends AbstractConstructor<AsyncGeneratorProvider>>(
  base: Base,
  catalog: ModelCatalog<CompleteModel>,
): Base & AbstractConstructor<ModelAware> & ModelAware {
  const { aliases, getModel, limitsOf } = lookUp(catalog);
  const names = catalog.models.flatMap((model) => (model.aliases.length === 0 ? [model.id] : model.aliases));
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

    static getModel = getModel;
    static getModels = (): readonly string[] => names;
    static capabilities = (model?: string): Capabilities => limitsOf(model).capabilities;
    static boundsFor = (model?: string): GenerationBounds => limitsOf(model).bounds;
    static defaultsFor = (model?: string): GenerationDefaults => limitsOf(model).defaults;

    /** Bounds with those of the options over them, made once: the checks of a request are kept by them. */
    readonly #bounds = new Map<GenerationBounds, GenerationBounds>();

    getModel(name?: string): string {
      return getModel(name);
    }

    getModels(): readonly string[] {
      return names;
    }

    capabilities(model?: string): Capabilities {
      return limitsOf(model).capabilities;
    }

    boundsFor(model?: string): GenerationBounds {
      const { bounds } = limitsOf(model);
      const merged = this.#bounds.get(bounds) ?? (this.ownBounds === undefined ? bounds : { ...bounds, ...this.ownBounds });
      this.#bounds.set(bounds, merged);
      return merged;
    }

    defaultsFor(model?: string): GenerationDefaults {
      return limitsOf(model).defaults;
    }
  }
  Object.assign(ProviderWithModels, attributes);
  Object.assign(ProviderWithModels.prototype, attributes);
  return ProviderWithModels;
}

interface LookUp {
  /** The model behind each alias. */
  readonly aliases: Readonly<Record<string, string>>;
  readonly getModel: (name?: string) => string;
  /** What holds for a model; a name of an open catalogue that is not listed has the catalogue's own. */
  readonly limitsOf: (name?: string) => ModelLimits;
}

function lookUp(catalog: ModelCatalog<CompleteModel>): LookUp {
  const { models, open = false } = catalog;
  const aliases = Object.fromEntries(models.flatMap((model) => model.aliases.map((alias) => [alias, model.id])));
  const entries = models.flatMap((model) => [...model.aliases, model.id].map((name) => [name, model] as const));
  // Aliases first: that is the order in which an error lists the names.
  const known = new Map([...entries.filter(([name, { id }]) => name !== id), ...entries]);
  const find = (name = ''): CompleteModel | undefined => known.get(name === '' ? models[0].id : name);
  const getModel = (name = ''): string => {
    const model = find(name)?.id ?? (open ? name : undefined);
    if (model === undefined) throw new ModelNotFoundError(name, [...known.keys()]);
    return model;
  };
  return { aliases: Object.freeze(aliases), getModel, limitsOf: (name) => find(name) ?? catalog };
}
