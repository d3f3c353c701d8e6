import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from './config-error.ts';

/** The names that a configuration may have. */
export const CONFIG_FILES = ['hypotez.config.ts', 'hypotez.config.js', 'hypotez.config.json'] as const;

/**
 * The configuration of a folder; `undefined` when it has none. Folders above are not asked: they may be somebody else's, and
 * the file is code.
 *
 * @throws {ConfigError} when there are several.
 */
export function findConfigFile(cwd: string): string | undefined {
  const found = CONFIG_FILES.filter((name) => existsSync(join(cwd, name)));
  const [first, second] = found;
  if (first !== undefined && second !== undefined) throw new ConfigError(first, [{ place: '', found: `stands beside ${second}`, allowed: 'allowed is one of them' }]);
  return first === undefined ? undefined : join(cwd, first);
}
