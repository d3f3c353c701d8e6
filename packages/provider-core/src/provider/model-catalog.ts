import { ConfigurationError } from '../errors/configuration-error.ts';

/** One model of a plugin. */
export interface ModelDescription {
  /** The model's own name, as the provider calls it. */
  readonly id: string;
  /** Names that applications look it up by, such as `sd-3.5`. */
  readonly aliases: readonly string[];
}

/** What a provider says of itself and of its models. */
export interface ModelCatalog<Model extends ModelDescription = ModelDescription> {
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
 * Checks a catalogue and keeps the types of its names.
 *
 * @throws {ConfigurationError} when two models share a name.
 */
export function defineCatalog<const Model extends ModelDescription>(catalog: ModelCatalog<Model>): ModelCatalog<Model> {
  requireUniqueNames(catalog.label, catalog.models);
  return Object.freeze(catalog);
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
