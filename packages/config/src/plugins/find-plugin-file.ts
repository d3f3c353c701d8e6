import { existsSync, statSync } from 'node:fs';
import { dirname, isAbsolute, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { resolveModuleURL } from 'exsolve';
import { PluginFailure } from './plugin-failure.ts';
import { userConditions } from './user-conditions.ts';

const PACKAGE_NAME = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/u;

/**
 * The file of a plugin that is named by package or path.
 *
 * @throws {PluginFailure} when there is none.
 */
export function findPluginFile(from: string, configFile: string): string {
  if (/^\.{1,2}\//u.test(from) || isAbsolute(from)) return existingFile(from, resolve(dirname(configFile), from));
  if (!PACKAGE_NAME.test(from)) throw new PluginFailure('not-installed', 'It is no package name; a path begins with ./, ../ or /.');
  const url = resolveModuleURL(from, { from: pathToFileURL(configFile), conditions: ['node', 'import', ...userConditions()], cache: false, try: true });
  if (url?.startsWith('file:') !== true) throw new PluginFailure('not-installed', `It is not installed here: npm install ${from}`);
  return fileURLToPath(url);
}

function existingFile(from: string, file: string): string {
  if (!existsSync(file)) throw new PluginFailure('not-installed', `There is no file ${from} in the folder of the configuration.`);
  if (!statSync(file).isFile()) throw new PluginFailure('not-installed', `${from} is a folder; name the file in it.`);
  return file;
}
