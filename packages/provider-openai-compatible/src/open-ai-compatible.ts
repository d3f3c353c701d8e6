import { ProviderModelMixin, defineCatalog, definePlugin, type CompleteModel, type ModelAware, type ModelDescription, type ProviderPlugin } from '@hypotez/provider-core';
import { OPENAI_URL, hasUnnamedModel, type OpenAiCompatibleOptions, type ServedModels } from './open-ai-compatible-options.ts';
import { OpenAiCompatibleProvider } from './open-ai-compatible-provider.ts';
import { UNNAMED_MODEL, bounds, capabilities, defaults, openAiModels } from './openai-models.ts';

type ProviderConstructor = new (...parameters: ConstructorParameters<typeof OpenAiCompatibleProvider>) => OpenAiCompatibleProvider & ModelAware;

/**
 * The plugin for a registry: `createRegistry([openAiCompatible()]).resolve('gpt-image')`. Nothing of it runs before one of its
 * models is asked for.
 *
 * @throws {ConfigurationError} when two of the `models` share a name.
 */
export function openAiCompatible<const Id extends string = 'openai-compatible'>(
  options: OpenAiCompatibleOptions<Id> & { readonly url: string; readonly models?: undefined },
): ProviderPlugin<Id, CompleteModel<typeof UNNAMED_MODEL>, OpenAiCompatibleProvider & ModelAware>;
export function openAiCompatible<const Id extends string = 'openai-compatible', const Models extends ServedModels = typeof openAiModels>(
  options?: OpenAiCompatibleOptions<Id, Models>,
): ProviderPlugin<Id, CompleteModel<Models[number]>, OpenAiCompatibleProvider & ModelAware>;
export function openAiCompatible(options: OpenAiCompatibleOptions = {}): ProviderPlugin {
  const { id = 'openai-compatible', url = OPENAI_URL } = options;
  const [first, ...others]: ServedModels = options.models ?? (hasUnnamedModel(options) ? [UNNAMED_MODEL] : openAiModels);
  const models = [withKnownLimits(first), ...others.map(withKnownLimits)] as const;
  const catalog = defineCatalog({ label: 'OpenAI-compatible images', url, working: true, open: true, capabilities, bounds, defaults, models });
  const Provider: ProviderConstructor = class extends ProviderModelMixin(OpenAiCompatibleProvider, catalog) {};
  return definePlugin({ id, open: true, models: catalog.models, create: (context, settings) => new Provider(context, options, settings) });
}

/** The limits of OpenAI's own model of that name, where there is one, stand below those of the option. */
function withKnownLimits(model: ModelDescription): ModelDescription {
  const known: ModelDescription | undefined = openAiModels.find(({ id }) => id === model.id);
  return { ...model, bounds: { ...known?.bounds, ...model.bounds } };
}
