import { createRegistry } from '@hypotez/provider-core';
import { builtInPlugins } from './built-in-plugins.ts';
import { openSpace } from './open-space.ts';
import type { PictureSource, PluginSettings, Services } from './services.ts';

/** Time of one step of the embedded Space, in milliseconds: a default picture takes about two seconds. */
const STEP_MS = 40;

/** The plugins that the token of Hugging Face is for; others look for HF_TOKEN themselves, for *.hf.space alone. */
const SPACES: readonly string[] = ['@hypotez/provider-stabilityai-sd35', '@hypotez/provider-black-forest-labs-flux'];
/** Options by which they leave the Spaces that they are made for. */
const ADDRESSES: readonly string[] = ['url', 'spaces'];

/** The plugins and the emulator that this package depends on, loaded when a run needs them: `--help` does not. */
export const defaultServices: Services = {
  async openRegistry(settings, place) {
    const { space } = settings;
    if (space !== undefined) return openSpace({ ...settings, space });
    if (place === undefined || settings.url !== undefined) return openBuiltIn(settings, place?.env ?? {});
    const { findConfigFile, openRegistry } = await import('@hypotez/config');
    if (place.file === undefined && findConfigFile(place.cwd) === undefined) return openBuiltIn(settings, place.env);
    const { registry, plugins, config } = await openRegistry({
      ...place,
      // Whether the token may go to an address of the configuration has not been asked, so it stays here then.
      optionsOf: (from, options) => (SPACES.includes(from) && settings.apiKey !== undefined && ADDRESSES.every((name) => options?.[name] === undefined) ? { apiKey: settings.apiKey, ...options } : options),
    });
    return { ...registry, plugins, defaults: config.defaults };
  },
  async startSpace({ previews }) {
    const { startSpace } = await import('@hypotez/gradio-emulator');
    return startSpace({ stepMs: STEP_MS, previews });
  },
};

async function openBuiltIn(settings: PluginSettings, env: Readonly<Record<string, string | undefined>>): Promise<PictureSource> {
  const { plugins, leftOut } = await builtInPlugins(settings, env);
  return { ...createRegistry(plugins), plugins: leftOut };
}
