import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname } from 'node:path';
import { describeCause } from '@hypotez/provider-core';
import { withTimeLimit } from '../plugins/with-time-limit.ts';
import type { RawConfig } from './check-config.ts';
import { ConfigError } from './config-error.ts';
import { lineOfJsonError } from './line-of-json-error.ts';

/** Time that a configuration has for being read. */
const LOAD_MS = 5000;

/**
 * Reads a configuration without checking what it holds. A `.ts` or `.js` file is run.
 *
 * @throws {ConfigError} when there is none, it is no file or of another kind, it throws or hangs, or is no JSON.
 */
export async function readConfigFile(file: string, limitMs = LOAD_MS): Promise<RawConfig> {
  const name = basename(file);
  await requireFile(file, name);
  switch (extname(file)) {
    case '.json':
      return readJson(file, name);
    case '.ts':
    case '.js': {
      const loaded = await withTimeLimit(runFile(file, name), limitMs);
      if (loaded.inTime) return { file: name, value: loaded.value };
      throw fault(name, `has not been read after ${(limitMs / 1000).toString()} s`, 'allowed is a file that ends');
    }
    default:
      throw fault(name, 'is of another kind', 'allowed are .ts, .js and .json');
  }
}

async function requireFile(file: string, name: string): Promise<void> {
  const found = await stat(file).catch((thrown: unknown) => describeCause(thrown));
  if (found instanceof Error) {
    const code: unknown = Reflect.get(found, 'code');
    if (code === 'ELOOP') throw fault(name, 'is a link that leads back to itself', 'allowed is a file');
    throw fault(name, code === 'ENOENT' ? 'does not exist' : `cannot be read (${String(code)})`, 'allowed is a file');
  }
  if (!found.isFile()) throw fault(name, found.isDirectory() ? 'is a folder' : 'is no file', 'allowed is a file');
}

async function readJson(file: string, name: string): Promise<RawConfig> {
  const json = (await readFile(file, 'utf8')).replace(/^\uFEFF/u, '');
  try {
    const value: unknown = JSON.parse(json);
    return { file: name, value, json };
  } catch {
    // The message of the parser quotes the file, tokens among it.
    throw new ConfigError(name, [{ place: '', line: lineOfJsonError(json), found: 'is no JSON', allowed: 'allowed are no comments, no commas at an end, and texts and names in double quotes' }]);
  }
}

/** Runs a file by c12: TypeScript too, also in versions of Node that cannot. */
async function runFile(file: string, name: string): Promise<unknown> {
  const { loadConfig } = await import('c12');
  try {
    const { config } = await loadConfig<Record<string, unknown>>({
      name: 'hypotez',
      cwd: dirname(file),
      configFile: name,
      configFileRequired: true,
      // What stands in the file is all there is: no rc files, of the home folder or another, no package.json, no .env, no layers
      // by `extends`, which c12 would download, and none by NODE_ENV.
      rcFile: false,
      globalRc: false,
      packageJson: false,
      dotenv: false,
      extend: false,
      giget: false,
      envName: false,
      merger: (...layers: (Record<string, unknown> | null | undefined)[]) => layers.find((layer) => layer !== undefined && layer !== null) ?? {},
      jitiOptions: { fsCache: false },
    });
    return config;
  } catch (thrown) {
    throw fault(name, `failed: ${describeCause(thrown).message}`, 'allowed is a file whose default export is the configuration');
  }
}

function fault(file: string, found: string, allowed: string): ConfigError {
  return new ConfigError(file, [{ place: '', found, allowed }]);
}
