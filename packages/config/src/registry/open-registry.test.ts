import { describe, expect, it } from 'vitest';
import { makeFolder, pluginSource, type Folder } from '../testing/make-folder.ts';
import { openRegistry, type OpenRegistryOptions, type OpenedRegistry } from './open-registry.ts';

const GOOD = { 'good.js': pluginSource('good') };

/** Opens the registry of a folder with a configuration and files; `good.js` is there. */
async function open(config: unknown, files: Readonly<Record<string, unknown>> = {}, options: OpenRegistryOptions = {}): Promise<OpenedRegistry> {
  using folder: Folder = makeFolder({ 'package.json': { type: 'module' }, 'hypotez.config.json': config, ...GOOD, ...files });
  return await openRegistry({ cwd: folder.path, ...options });
}

describe('openRegistry', () => {
  it('has the plugins by path and by package name, with their options, in order', async () => {
    const factory = 'export const paint = ({ apiKey, size }) => ({ id: apiKey + size.side, models: [{ id: "m", aliases: [] }], create() {} });\nexport class Painter {}';
    const packaged = { 'node_modules/@vendor/painter/package.json': { name: '@vendor/painter', type: 'module', exports: { import: './main.js' } }, 'node_modules/@vendor/painter/main.js': factory };
    const plugins = [{ from: '@vendor/painter', options: { apiKey: { env: 'PAINTER_KEY' }, size: { side: 64 } } }, './good.js'];
    const { registry, plugins: states } = await open({ plugins }, packaged, { env: { PAINTER_KEY: 'key' } });
    expect(registry.providers()).toEqual(['key64', 'good']);
    expect(states).toEqual([{ state: 'loaded', from: '@vendor/painter', place: 'plugins[0]', id: 'key64' }, { state: 'loaded', from: './good.js', place: 'plugins[1]', id: 'good' }]);
  });

  it('takes aliases, routes and rates', async () => {
    const config = { plugins: ['./good.js', './other.js'], aliases: { mine: 'other/sd-3.5' }, routes: { 'sd-3.5': ['other', 'good'] }, rates: { good: { concurrency: 1 } } };
    const { registry } = await open(config, { 'other.js': pluginSource('other') });
    expect(registry.candidates('mine').map(({ id }) => id)).toEqual(['other']);
    expect(registry.candidates('sd-3.5').map(({ id }) => id)).toEqual(['other', 'good']);
  });

  it('has the plugins of the application where there is no configuration', async () => {
    using folder = makeFolder({});
    const withoutConfig = async () => [{ id: 'built-in', models: [], create: () => { throw new Error('not run'); } }];
    const opened = await openRegistry({ cwd: folder.path, withoutConfig });
    expect(opened.registry.providers()).toEqual(['built-in']);
    expect(opened).toMatchObject({ plugins: [], config: {} });
  });

  it.each([
    ['throws', 'throw new Error("no brush");', 'failed', 'no brush'],
    ['is no JavaScript', 'export default {', 'failed', /./u],
    ['hangs', 'await new Promise(() => {});', 'timeout', 'It has not been loaded after 0.3 s.'],
    ['exports something else', 'export default { id: "x", models: "none", create() {} };', 'shape', 'What it exports is no plugin: models has to be a list of models.'],
    ['exports a text', 'export default "x";', 'shape', 'What it exports is no plugin: it has to be a plugin, as definePlugin of @hypotez/provider-core makes it.'],
    ['exports nothing', '', 'shape', 'It has no default export, and no function: which one is the plugin cannot be told.'],
    ['has two factories', 'export const a = () => {}; export const b = () => {};', 'shape', 'It has no default export, and the functions a, b: which one is the plugin cannot be told.'],
    ['takes an alias twice', pluginSource('bad', [{ id: 'a', aliases: ['x'] }, { id: 'b', aliases: ['x'] }]), 'failed', 'The plugin bad gives the name "x" to two models, a and b.'],
    ['has the id of another', pluginSource('good'), 'duplicate', 'Another plugin has the id good already.'],
    ['changes a prototype', `Object.prototype.stain = 1;\n${pluginSource('bad')}`, 'pollution', 'It adds Object.prototype.stain to what the whole program shares.'],
    ['changes a prototype and throws', 'Array.prototype.stain = 1; throw new Error("oops");', 'failed', 'oops'],
  ])('leaves out a plugin that %s; the others work', async (_, source, fault, reason) => {
    const { registry, plugins } = await open({ plugins: ['./good.js', './bad.js'] }, { 'bad.js': source }, { pluginMs: 300 });
    expect(registry.providers()).toEqual(['good']);
    expect(plugins[1]).toMatchObject({ state: 'left out', from: './bad.js', place: 'plugins[1]', fault });
    expect(plugins[1]).toHaveProperty('reason', typeof reason === 'string' ? reason : expect.stringMatching(reason));
    expect('stain' in Object.prototype || 'stain' in Array.prototype).toBe(false);
  });

  it('leaves out a plugin that was made for another core, without running it', async () => {
    const { plugins } = await open({ plugins: ['./old/main.js'] }, { 'old/package.json': { type: 'module', peerDependencies: { '@hypotez/provider-core': '^0.0.9' } }, 'old/main.js': 'throw new Error("was run");' });
    expect(plugins[0]).toMatchObject({ fault: 'core-version', reason: 'It needs @hypotez/provider-core ^0.0.9, and 0.1.0 is here.' });
  });

  it.each([
    ['@vendor/painter', 'It is not installed here: npm install @vendor/painter'],
    ['https://elsewhere.example/plugin.js', 'It is no package name; a path begins with ./, ../ or /.'],
    ['node:fs', 'It is no package name; a path begins with ./, ../ or /.'],
    ['fs', 'It is not installed here: npm install fs'],
    ['./gone.js', 'There is no file ./gone.js in the folder of the configuration.'],
    ['./folder', './folder is a folder; name the file in it.'],
  ])('leaves out %s, which is not there', async (from, reason) => {
    const { registry, plugins } = await open({ plugins: [from, './good.js'] }, { 'folder/x.js': '' });
    expect(registry.providers()).toEqual(['good']);
    expect(plugins[0]).toMatchObject({ fault: 'not-installed', reason });
  });

  it('leaves out a plugin whose variable is not set', async () => {
    const { plugins } = await open({ plugins: [{ from: './good.js', options: { keys: [{ env: 'NO_SUCH_KEY' }] } }] }, {}, { env: {} });
    expect(plugins[0]).toMatchObject({ fault: 'options', reason: 'options.keys[0] is to come from the variable NO_SUCH_KEY, which is not set.' });
  });

  it('refuses names that nobody has, all at once', async () => {
    const config = { plugins: ['./good.js'], aliases: { mine: 'good/sd-3.6' }, routes: { 'sd-3.5': ['goood'] }, rates: { painter: {} } };
    await expect(open(config)).rejects.toThrow(
      'hypotez.config.json: aliases.mine names "good/sd-3.6", which is no <plugin id>/<model>; perhaps good/sd-3.5 is meant. ' +
      'routes["sd-3.5"][0] names "goood", which is no provider; perhaps good is meant. rates.painter names "painter", which is no provider; there are good.',
    );
  });

  it('passes over names that may be those of a plugin that was left out', async () => {
    const { registry } = await open({ plugins: ['./gone.js', './good.js'], aliases: { mine: ['gone/a', 'good/sd-3.5'] }, routes: { 'sd-3.5': ['gone', 'good'] }, rates: { gone: {} } });
    expect(registry.candidates('mine').map(({ id }) => id)).toEqual(['good']);
  });

  it('does not let the names of a configuration reach a prototype', async () => {
    const config = '{ "plugins": [{ "from": "./good.js" }], "__proto__": { "stain": 1 }, "aliases": { "__proto__": "good/sd-3.5" } }';
    await open(config).catch((thrown: unknown) => thrown);
    expect('stain' in {}).toBe(false);
  });
});
