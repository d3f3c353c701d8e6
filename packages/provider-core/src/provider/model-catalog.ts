import { ConfigurationError } from '../errors/configuration-error.ts';
import type { GenerationBounds, GenerationDefaults } from '../request/generation-limits.ts';
import type { Capabilities } from './capabilities.ts';

/** What a model can do, what it accepts, and what it takes when the request does not say. */
export interface ModelLimits {
  readonly capabilities: Capabilities;
  readonly bounds: GenerationBounds;
  readonly defaults: GenerationDefaults;
}

/** One model of a plugin. */
export interface ModelDescription {
  /** The model's own name, as the provider calls it. */
  readonly id: string;
  /** Names that applications look it up by, such as `sd-3.5`. */
  readonly aliases: readonly string[];
  /** What is otherwise than for the other models of the catalogue. */
  readonly capabilities?: Partial<Capabilities> | undefined;
  /** The same for its bounds; `undefined` takes an option away. */
  readonly bounds?: Partial<GenerationBounds> | undefined;
  /** The same for its defaults. */
  readonly defaults?: Partial<GenerationDefaults> | undefined;
}

/** A model with everything that holds for it. */
export interface CompleteModel<Model extends ModelDescription = ModelDescription> extends ModelLimits {
  readonly id: Model['id'];
  readonly aliases: Model['aliases'];
}

/** What a provider says of itself and of its models. */
export interface ModelCatalog<Model extends ModelDescription = ModelDescription> extends ModelLimits {
  /** Name for people. */
  readonly label: string;
  /** Address of the service. */
  readonly url: string;
  /** Whether the provider is known to work. */
  readonly working: boolean;
  /** The models; the first one is the default. */
  readonly models: readonly [Model, ...Model[]];
  /** Whether names that are not listed go through to the service. Default false: the catalogue is closed. */
  readonly open?: boolean | undefined;
}

/**
 * Checks a catalogue and keeps the types of its names. Each model gets what holds for it: its own over what the catalogue says of all.
 *
 * @throws {ConfigurationError} when two models share a name.
 */
export function defineCatalog<const Models extends readonly [ModelDescription, ...ModelDescription[]]>(
  catalog: Omit<ModelCatalog, 'models'> & { readonly models: Models },
): ModelCatalog<CompleteModel<Models[number]>> {
  requireUniqueNames(catalog.label, catalog.models);
  const complete = (model: Models[number]): CompleteModel<Models[number]> => ({
    ...model,
    capabilities: { ...catalog.capabilities, ...model.capabilities },
    bounds: { ...catalog.bounds, ...model.bounds },
    defaults: { ...catalog.defaults, ...model.defaults },
  });
  const [first, ...others] = catalog.models;
  return Object.freeze({ ...catalog, models: [complete(first), ...others.map(complete)] as const });
}

/** Throws when a name leads to two models. */
export function requireUniqueNames(owner: string, models: readonly ModelDescription[]): void {
  const seen = new Map<string, string>();
  for (const { id, aliases } of models) {
    for (const name of new Set([id, ...aliases])) {
      const other = seen.get(name);
      if (other !== undefined) throw new ConfigurationError(`${owner} gives the name "${name}" to two models, ${other} and ${id}.`);
      seen.set(name, id);
    }
  }
}
