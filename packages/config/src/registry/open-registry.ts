import { basename } from 'node:path';
import { createRegistry, systemEnvironment, type DependencyContainer, type Environment, type ProviderPlugin, type Registry } from '@hypotez/provider-core';
import type { HypotezConfig } from '../file/hypotez-config.ts';
import { loadConfig, type ConfigPlace } from '../file/load-config.ts';
import type { PluginState } from '../plugins/plugin-state.ts';

/** Time that one plugin has for being loaded. */
const PLUGIN_MS = 5000;

/** How a registry is opened. */
export interface OpenRegistryOptions extends ConfigPlace {
  /** Plugins of an application whose user has no configuration. Default none. */
  readonly withoutConfig?: (() => Promise<readonly ProviderPlugin[]>) | undefined;
  /** Replaces what the plugin that a configuration names gets as options. Default: what the configuration says. */
  readonly optionsOf?: ((from: string, options: Readonly<Record<string, unknown>> | undefined) => Readonly<Record<string, unknown>> | undefined) | undefined;
  /** The variables that `{ env: 'NAME' }` means. Default: those of the process. */
  readonly env?: Environment | undefined;
  /** A tsyringe container of the application; see `RegistryOptions`. */
  readonly container?: DependencyContainer | undefined;
  /** Time that each plugin has for being loaded, in milliseconds. Default 5000. */
  readonly pluginMs?: number | undefined;
}

/** A registry and where it comes from. */
export interface OpenedRegistry {
  /** Fills in the default options of the configuration; the caller disposes it. */
  readonly registry: Registry;
  /** What became of each plugin of the configuration, in order. */
  readonly plugins: readonly PluginState[];
  readonly config: HypotezConfig;
  /** Absolute path of the configuration, when there is one. */
  readonly file?: string | undefined;
}

/**
 * Makes the registry that the configuration of a folder asks for. Runs the file and the plugins that it names.
 *
 * A plugin that cannot be used is left out, and `plugins` says why.
 *
 * @throws {ConfigError} with everything that is wrong with the file.
 */
export async function openRegistry({ withoutConfig, optionsOf, env = systemEnvironment, container, pluginMs = PLUGIN_MS, ...place }: OpenRegistryOptions = {}): Promise<OpenedRegistry> {
  const loaded = await loadConfig(place);
  if (loaded === undefined) return { registry: createRegistry((await withoutConfig?.()) ?? [], { container }), plugins: [], config: {} };
  const { file, config } = loaded;
  const [{ loadPlugins }, { checkNames }, { withDefaults }] = await Promise.all([import('../plugins/load-plugins.ts'), import('./check-names.ts'), import('./with-defaults.ts')]);
  const { plugins, states } = await loadPlugins(config, { configFile: file, env, limitMs: pluginMs, optionsOf });
  const names = checkNames(config, { file: basename(file), plugins, isIncomplete: plugins.length < states.length });
  const { timeouts, limits, failOver, retries, defaults = {} } = config;
  const registry: Registry = createRegistry(plugins, { ...names, timeouts, limits, failOver, retries, container });
  const generate: Registry['generate'] = (alias, request) => registry.generate(alias, withDefaults(request, defaults));
  return { registry: { ...registry, generate }, plugins: states, config, file };
}
