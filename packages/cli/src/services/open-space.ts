import { createRegistry, definePlugin } from '@hypotez/provider-core';
import type { PictureSource, PluginSettings } from './services.ts';

/**
 * Makes a registry of one Space that no plugin is for; its model is the default. The Space is asked what it takes at the first run.
 *
 * @throws {ConfigurationError} when it is neither `owner/name` nor an address.
 */
export async function openSpace({ space, apiName, apiKey }: PluginSettings & { readonly space: string }): Promise<PictureSource> {
  const { gradioSpace } = await import('@hypotez/provider-gradio-space');
  const plugin = gradioSpace({ space, apiName, apiKey });
  // Whether HF_TOKEN may go to this Space has been decided; the plugin does not look for it by itself.
  const registry = createRegistry([definePlugin({ ...plugin, create: (services, options) => plugin.create({ ...services, env: {} }, options) })]);
  return { ...registry, defaults: { model: plugin.models[0]?.id } };
}
