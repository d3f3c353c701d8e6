import { basename } from 'node:path';
import type { ProviderPlugin } from '@hypotez/provider-core';
import type { HypotezConfig } from '../file/hypotez-config.ts';
import { loadPlugin, type LoadContext } from './load-plugin.ts';
import { PluginFailure } from './plugin-failure.ts';
import type { PluginState } from './plugin-state.ts';
import { withPlace } from './with-place.ts';

/** The plugins of a configuration. */
export interface LoadedPlugins {
  /** Those that can be used, in order. */
  readonly plugins: readonly ProviderPlugin[];
  /** What became of each, in order. */
  readonly states: readonly PluginState[];
}

/** Loads the plugins that a configuration names, one after another, and leaves out what is wrong. */
export async function loadPlugins({ plugins: entries = [] }: HypotezConfig, context: LoadContext): Promise<LoadedPlugins> {
  const plugins: ProviderPlugin[] = [];
  const states: PluginState[] = [];
  for (const [index, entry] of entries.entries()) {
    const place = `plugins[${index.toString()}]`;
    const { from, options } = typeof entry === 'string' ? { from: entry, options: undefined } : entry;
    try {
      const plugin = await loadPlugin(from, options, context);
      if (plugins.some(({ id }) => id === plugin.id)) throw new PluginFailure('duplicate', `Another plugin has the id ${plugin.id} already.`);
      plugins.push(withPlace(plugin, `${basename(context.configFile)}: ${place}`));
      states.push({ state: 'loaded', from, place, id: plugin.id });
    } catch (thrown) {
      if (!(thrown instanceof PluginFailure)) throw thrown;
      states.push({ state: 'left out', from, place, fault: thrown.fault, reason: thrown.message });
    }
  }
  return { plugins, states };
}
