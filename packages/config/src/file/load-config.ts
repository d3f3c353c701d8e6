import { resolve } from 'node:path';
import type { HypotezConfig } from './hypotez-config.ts';
import { findConfigFile } from './find-config-file.ts';

/** A configuration that was read and checked. */
export interface LoadedConfig {
  /** Absolute path of the file. */
  readonly file: string;
  readonly config: HypotezConfig;
}

/** Where a configuration is. */
export interface ConfigPlace {
  /** Folder whose configuration is wanted. Default: the current one. */
  readonly cwd?: string | undefined;
  /** The file, from `cwd`, whatever its name; then the folder is not searched. */
  readonly file?: string | undefined;
}

/**
 * Reads and checks the configuration of a folder; `undefined` when there is none. A `.ts` or `.js` file is run.
 *
 * @throws {ConfigError} with everything that is wrong.
 */
export async function loadConfig({ cwd = process.cwd(), file }: ConfigPlace = {}): Promise<LoadedConfig | undefined> {
  const path = file === undefined ? findConfigFile(cwd) : resolve(cwd, file);
  if (path === undefined) return undefined;
  // A folder without a file pays for none of this.
  const [{ readConfigFile }, { checkConfig }] = await Promise.all([import('./read-config-file.ts'), import('./check-config.ts')]);
  return { file: path, config: checkConfig(await readConfigFile(path)) };
}
