import type { AsyncGeneratorProvider, ProviderSettings } from './async-generator-provider.ts';
import type { Rate } from '../resilience/rate.ts';
import { requireUniqueNames, type ModelDescription } from './model-catalog.ts';
import type { ProviderContext } from './provider-context.ts';

/** What a plugin package gives to a registry: plain data and a factory. Nothing runs before the factory is called. */
export interface ProviderPlugin<
  Id extends string = string,
  Model extends ModelDescription = ModelDescription,
  Provider extends AsyncGeneratorProvider = AsyncGeneratorProvider,
> {
  /** Short unique name in kebab-case, such as `stabilityai-sd35`. */
  readonly id: Id;
  /** The models that it serves. */
  readonly models: readonly Model[];
  /** Whether names that are not listed go through to the service, when asked for as `<id>/<name>`. Default false. */
  readonly open?: boolean | undefined;
  /** How fast the service may be asked; an application's own `rates` win. Default: as fast as runs come. */
  readonly rate?: Rate | undefined;
  /** Makes the provider for one of the models. */
  create(context: ProviderContext, settings: ProviderSettings): Provider;
}

/**
 * Checks a plugin and keeps the types of its names and of its provider.
 *
 * @throws {ConfigurationError} when two of its models share a name.
 */
export function definePlugin<const Id extends string, const Model extends ModelDescription, Provider extends AsyncGeneratorProvider>(
  plugin: ProviderPlugin<Id, Model, Provider>,
): ProviderPlugin<Id, Model, Provider> {
  requireUniqueNames(`The plugin ${plugin.id}`, plugin.models);
  return Object.freeze(plugin);
}
