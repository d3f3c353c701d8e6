import type { LeftOutPlugin } from '@hypotez/config';
import { definePlugin, type ProviderPlugin } from '@hypotez/provider-core';
import type { PluginSettings } from './services.ts';

/** What the command paints with where no configuration says it. */
export interface BuiltInPlugins {
  readonly plugins: readonly ProviderPlugin[];
  /** Those that need a key which is not there. */
  readonly leftOut: readonly LeftOutPlugin[];
}

type Load<Options> = () => Promise<(options: Options) => ProviderPlugin>;

/** The Space that an address of the command line replaces. */
const FIRST: Load<PluginSettings> = async () => (await import('@hypotez/provider-stabilityai-sd35')).stabilityAiSd35;

/** The other Spaces. */
const SPACES: readonly Load<PluginSettings>[] = [async () => (await import('@hypotez/provider-black-forest-labs-flux')).blackForestLabsFlux];

/** Services that take a key, in the order in which they are asked. */
const WITH_KEY: readonly { readonly from: string; readonly variable: string; readonly load: Load<{ readonly apiKey: string }> }[] = [
  { from: '@hypotez/provider-stability-api', variable: 'STABILITY_API_KEY', load: async () => (await import('@hypotez/provider-stability-api')).stabilityApi },
  { from: '@hypotez/provider-openai-compatible', variable: 'OPENAI_API_KEY', load: async () => (await import('@hypotez/provider-openai-compatible')).openAiCompatible },
];

/**
 * Loads the plugins that this package depends on: Spaces first, which need no key, then the services whose key is there.
 *
 * @param env where the keys of the services are; the token of Spaces is in the settings.
 */
export async function builtInPlugins(settings: PluginSettings, env: Readonly<Record<string, string | undefined>>): Promise<BuiltInPlugins> {
  // An address that was named is the Space's own, so it alone is asked.
  const spaces = settings.url === undefined ? [FIRST, ...SPACES] : [FIRST];
  const plugins = await Promise.all(spaces.map(async (load) => (await load())(settings)));
  if (settings.url !== undefined) return { plugins: plugins.map(withoutEnvironment), leftOut: [] };
  const leftOut: LeftOutPlugin[] = [];
  for (const { from, variable, load } of WITH_KEY) {
    const apiKey = env[variable]?.trim() ?? '';
    if (apiKey === '') leftOut.push({ state: 'left out', from, place: 'built in', fault: 'no-key', reason: `It needs a key: set ${variable}.` });
    else plugins.push((await load())({ apiKey }));
  }
  return { plugins: plugins.map(withoutEnvironment), leftOut };
}

/** Where a token or key may go has been decided; the plugin looks for none by itself. */
function withoutEnvironment(plugin: ProviderPlugin): ProviderPlugin {
  return definePlugin({ ...plugin, create: (services, options) => plugin.create({ ...services, env: {} }, options) });
}
