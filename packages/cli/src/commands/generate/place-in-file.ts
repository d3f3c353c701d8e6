import { ConfigurationError } from '@hypotez/provider-core';
import { basename } from 'node:path';
import type { PictureSource } from '../../services/services.ts';

/**
 * Adds the place in the configuration to a mistake in the options of a plugin that shows only when it is used, such as a name that
 * its Space does not know. Everything else stays as it is.
 */
export function placeInFile(thrown: unknown, { file, plugins = [] }: Pick<PictureSource, 'file' | 'plugins'>): unknown {
  if (file === undefined || !(thrown instanceof ConfigurationError)) return thrown;
  const plugin = plugins.find((one) => one.state === 'loaded' && one.id === thrown.provider);
  if (plugin === undefined) return thrown;
  return new ConfigurationError(`${basename(file)}: ${plugin.place}.options: ${thrown.message}`, { provider: thrown.provider, cause: thrown });
}
