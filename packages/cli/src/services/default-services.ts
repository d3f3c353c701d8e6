import { createRegistry, definePlugin } from '@hypotez/provider-core';
import type { PluginSettings, Services } from './services.ts';

/** Time of one step of the embedded Space, in milliseconds: a default picture takes about two seconds. */
const STEP_MS = 40;

/** The plugin that the token of Hugging Face is for. */
const SPACE = '@hypotez/provider-stabilityai-sd35';

/** The plugins and the emulator that this package depends on, loaded when a run needs them: `--help` does not. */
export const defaultServices: Services = {
  async openRegistry(settings, place) {
    // An address that was named is the Space's own, so it alone is asked.
    if (place === undefined || settings.url !== undefined) return createRegistry(await builtIn(settings));
    const { findConfigFile, openRegistry } = await import('@hypotez/config');
    if (place.file === undefined && findConfigFile(place.cwd) === undefined) return createRegistry(await builtIn(settings));
    const { registry, plugins, config } = await openRegistry({
      ...place,
      // Whether the token may go to an address of the configuration has not been asked, so it stays here then.
      optionsOf: (from, options) => (from === SPACE && settings.apiKey !== undefined && options?.['url'] === undefined ? { apiKey: settings.apiKey, ...options } : options),
    });
    return { ...registry, plugins, defaults: config.defaults };
  },
  async startSpace({ previews }) {
    const { startSpace } = await import('@hypotez/gradio-emulator');
    return startSpace({ stepMs: STEP_MS, previews });
  },
};

async function builtIn(settings: PluginSettings) {
  const { stabilityAiSd35 } = await import('@hypotez/provider-stabilityai-sd35');
  const plugin = stabilityAiSd35(settings);
  // Whether HF_TOKEN may go to this Space has been decided; the plugin does not look for it by itself.
  return [definePlugin({ ...plugin, create: (services, options) => plugin.create({ ...services, env: {} }, options) })];
}
