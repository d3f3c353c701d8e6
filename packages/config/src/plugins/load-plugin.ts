import { pathToFileURL } from 'node:url';
import { createRegistry, describeCause, type Environment, type ProviderPlugin } from '@hypotez/provider-core';
import type { PluginEntry } from '../file/hypotez-config.ts';
import { findPluginFile } from './find-plugin-file.ts';
import { resolveReferences } from './environment-references.ts';
import { PluginFailure } from './plugin-failure.ts';
import { pluginOf } from './plugin-of.ts';
import { requireSameCore } from './require-same-core.ts';
import { watchPrototypes } from './watch-prototypes.ts';
import { withTimeLimit } from './with-time-limit.ts';

/** What plugins are loaded with. */
export interface LoadContext {
  /** Absolute path of the configuration. */
  readonly configFile: string;
  readonly env: Environment;
  /** Time that one plugin has, in milliseconds. */
  readonly limitMs: number;
  /** Has the last word on the options of a plugin. */
  readonly optionsOf?: ((from: string, options: PluginEntry['options']) => PluginEntry['options']) | undefined;
}

/**
 * Loads one plugin, which runs its code, and checks it.
 *
 * @throws {PluginFailure} whatever is wrong with it.
 */
export async function loadPlugin(from: string, options: PluginEntry['options'], { configFile, env, limitMs, optionsOf }: LoadContext): Promise<ProviderPlugin> {
  const restorePrototypes = watchPrototypes();
  try {
    const file = findPluginFile(from, configFile);
    requireSameCore(file);
    const resolved = resolveReferences(optionsOf === undefined ? options : optionsOf(from, options), env);
    const loaded = await withTimeLimit(importPlugin(file, resolved, restorePrototypes), limitMs);
    if (!loaded.inTime) throw new PluginFailure('timeout', `It has not been loaded after ${(limitMs / 1000).toString()} s.`);
    // A registry of its own finds what the plugin alone does wrong, such as an alias of two models.
    createRegistry([loaded.value])[Symbol.dispose]();
    return loaded.value;
  } catch (thrown) {
    if (thrown instanceof PluginFailure) throw thrown;
    throw new PluginFailure('failed', explain(thrown));
  } finally {
    restorePrototypes();
  }
}

async function importPlugin(file: string, options: unknown, restorePrototypes: () => readonly string[]): Promise<ProviderPlugin> {
  const requireClean = (): void => {
    const added = restorePrototypes();
    if (added.length > 0) throw new PluginFailure('pollution', `It adds ${added.join(', ')} to what the whole program shares.`);
  };
  const module: unknown = await import(pathToFileURL(file).href);
  // Before anything else runs, our checks among it.
  requireClean();
  if (typeof module !== 'object' || module === null) throw new PluginFailure('shape', 'It exports nothing.');
  const plugin = await pluginOf(module, options);
  requireClean();
  return plugin;
}

function explain(thrown: unknown): string {
  const { message } = describeCause(thrown);
  const code: unknown = thrown instanceof Error ? Reflect.get(thrown, 'code') : undefined;
  if (code === 'ERR_UNKNOWN_FILE_EXTENSION') return 'It is TypeScript, which Node runs by itself from 22.18 on.';
  return message === '' ? 'It failed without a word.' : message;
}
