import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../testing/make-folder.ts';
import { ConfigError } from './config-error.ts';
import { loadConfig } from './load-config.ts';
import { readConfigFile } from './read-config-file.ts';

const RETRIES = { retries: 1 };

describe('loadConfig', () => {
  it.each([
    ['hypotez.config.ts', 'const config: { retries: number } = { retries: 1 };\nexport default config;'],
    ['hypotez.config.js', 'export default { retries: 1 };'],
    ['hypotez.config.json', '{ "retries": 1 }'],
  ])('reads %s', async (name, text) => {
    using folder = makeFolder({ 'package.json': { type: 'module' }, [name]: text });
    expect(await loadConfig({ cwd: folder.path })).toEqual({ file: join(folder.path, name), config: RETRIES });
  });

  it('reads TypeScript that imports TypeScript', async () => {
    using folder = makeFolder({ 'hypotez.config.ts': "import { retries } from './figures.ts';\nexport default { retries } satisfies object;", 'figures.ts': 'export const retries: number = 1;' });
    expect((await loadConfig({ cwd: folder.path }))?.config).toEqual(RETRIES);
  });

  it('has nothing where there is none, and does not look in the folder above', async () => {
    using folder = makeFolder({ 'hypotez.config.json': RETRIES, 'below/other.txt': '' });
    expect(await loadConfig({ cwd: join(folder.path, 'below') })).toBeUndefined();
  });

  it('reads a file of any name that is asked for', async () => {
    using folder = makeFolder({ 'hypotez.config.json': { retries: 5 }, 'settings/other.json': RETRIES });
    expect((await loadConfig({ cwd: folder.path, file: 'settings/other.json' }))?.config).toEqual(RETRIES);
  });

  it('heeds no rc file, package.json, .env file, layer or NODE_ENV', async () => {
    const config = 'export default { retries: 1, ...(process.env.FROM_ENV_FILE ? { colour: 1 } : {}) };';
    using folder = makeFolder({ 'hypotez.config.js': config, '.hypotezrc': 'retries=7', 'package.json': { type: 'module', hypotez: { retries: 8 } }, '.env': 'FROM_ENV_FILE=1' });
    expect((await loadConfig({ cwd: folder.path }))?.config).toEqual(RETRIES);
    using layered = makeFolder({ 'hypotez.config.js': "export default { extends: './base.js', $test: { retries: 9 } };", 'base.js': 'export default { retries: 6 };', 'package.json': { type: 'module' } });
    await expect(loadConfig({ cwd: layered.path })).rejects.toThrow(/extends is not known.*\$test is not known/u);
  });

  it.each([
    ['two files', { 'hypotez.config.js': '', 'hypotez.config.json': '{}' }, undefined, 'hypotez.config.js: It stands beside hypotez.config.json; allowed is one of them.'],
    ['wrong JSON', { 'hypotez.config.json': '{\n  "retries": 1,\n  "token": sk-secret\n}' }, undefined, 'hypotez.config.json: It (line 3) is no JSON; allowed are no comments, no commas at an end, and texts and names in double quotes.'],
    ['a comma too many', { 'hypotez.config.json': '{\n  "retries": 1,\n}' }, undefined, 'hypotez.config.json: It (line 3) is no JSON; allowed are no comments, no commas at an end, and texts and names in double quotes.'],
    ['a file that throws', { 'hypotez.config.js': 'throw new Error("out of paint");' }, undefined, 'hypotez.config.js: It failed: out of paint; allowed is a file whose default export is the configuration.'],
    ['a file that exports a list', { 'hypotez.config.js': 'export default [];' }, undefined, 'hypotez.config.js: It is a list; allowed is an object with plugins, aliases, routes, defaults, rates, timeouts, limits, failOver, retries.'],
    ['no such file', {}, 'gone.json', 'gone.json: It does not exist; allowed is a file.'],
    ['another kind', { 'config.yaml': 'retries: 1' }, 'config.yaml', 'config.yaml: It is of another kind; allowed are .ts, .js and .json.'],
  ])('refuses %s', async (_, files, file, message) => {
    using folder = makeFolder(files);
    const failure: unknown = await loadConfig({ cwd: folder.path, file }).catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(ConfigError);
    expect(failure).toHaveProperty('message', message);
  });

  it('refuses a folder and a link to itself', async () => {
    using folder = makeFolder({});
    mkdirSync(join(folder.path, 'hypotez.config.json'));
    await expect(loadConfig({ cwd: folder.path })).rejects.toThrow('It is a folder; allowed is a file.');
    symlinkSync('loop.json', join(folder.path, 'loop.json'));
    await expect(loadConfig({ cwd: folder.path, file: 'loop.json' })).rejects.toThrow('It is a link that leads back to itself; allowed is a file.');
  });

  it('does not wait for ever', async () => {
    using folder = makeFolder({ 'hypotez.config.js': 'await new Promise(() => {});\nexport default {};', 'package.json': { type: 'module' } });
    await expect(readConfigFile(join(folder.path, 'hypotez.config.js'), 50)).rejects.toThrow('It has not been read after 0.05 s; allowed is a file that ends.');
  });
});
