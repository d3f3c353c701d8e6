import { ProviderModelMixin, definePlugin, type Capabilities, type CompleteModel, type GenerationBounds, type GenerationDefaults, type ProviderPlugin } from '@hypotez/provider-core';
import { catalogOf } from './catalog-of.ts';
import { GradioSpaceByDescription } from './gradio-space-by-description.ts';
import { requirePluginOptions, type GradioSpacePluginOptions } from './gradio-space-plugin-options.ts';

type ProviderConstructor = new (...parameters: ConstructorParameters<typeof GradioSpaceByDescription>) => GradioSpaceByDescription;

/** The model of a Space that the options give no other name. */
export type ModelOfSpace<Space extends string> = Space extends `http${string}` ? string : Space;

/**
 * The plugin for one Space: `createRegistry([gradioSpace({ space: 'owner/name' })])`. The Space is asked at the first run.
 *
 * @throws {ConfigurationError} when an option is wrong.
 */
export function gradioSpace<const Space extends string, const Id extends string = 'gradio-space', const Model extends string = ModelOfSpace<Space>, const Alias extends string = never>(
  options: GradioSpacePluginOptions & { readonly space: Space; readonly id?: Id | undefined; readonly model?: Model | undefined; readonly aliases?: readonly Alias[] | undefined },
): ProviderPlugin<Id, CompleteModel<{ readonly id: Model; readonly aliases: readonly Alias[] }>, GradioSpaceByDescription>;
export function gradioSpace(options: GradioSpacePluginOptions): ProviderPlugin {
  requirePluginOptions(options);
  const catalog = catalogOf(options);
  const Space: ProviderConstructor = class extends ProviderModelMixin(GradioSpaceByDescription, catalog) {
    override capabilities(): Capabilities {
      return this.limits.capabilities;
    }

    override boundsFor(): GenerationBounds {
      return this.limits.bounds;
    }

    override defaultsFor(): GenerationDefaults {
      return this.limits.defaults;
    }
  };
  return definePlugin({ id: options.id ?? 'gradio-space', models: catalog.models, create: (context, settings) => new Space(options, context, settings) });
}
