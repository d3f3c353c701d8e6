import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished, describe, expect, it } from 'vitest';
import { startSpace } from '@hypotez/gradio-emulator';
import { startCommand } from '../testing/start-command.ts';

const MODULES = fileURLToPath(new URL('../../../../node_modules', import.meta.url));
const SPACE = '@hypotez/provider-stabilityai-sd35';

/** Runs the command as a process of its own in a folder with these files. */
async function hypotez(argv: readonly string[], files: Readonly<Record<string, unknown>>): Promise<{ readonly code: number | string; readonly stdout: string; readonly stderr: string; readonly folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'hypotez-command-'));
  onTestFinished(() => { rmSync(folder, { recursive: true, force: true }); });
  symlinkSync(MODULES, join(folder, 'node_modules'), 'junction');
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  const command = startCommand(argv, { module: '../main.ts', cwd: folder });
  return { code: await command.ended(), stdout: command.stdout, stderr: command.stderr, folder };
}

describe('a configuration in the folder of the command', () => {
  it('says who paints, with which options, by names of its own', async () => {
    await using space = await startSpace({ stepMs: 1 });
    const config = { plugins: ['./gone.js', { from: SPACE, options: { url: space.url } }], aliases: { mine: 'stabilityai-sd35/sd-3.5' }, defaults: { model: 'mine', aspectRatio: '2:1', guidanceScale: 2 } };
    const { code, stdout, stderr, folder } = await hypotez(['generate', 'a fox', '--json', '--output', 'fox.png'], { 'hypotez.config.json': config });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('The plugin ./gone.js was left out. There is no file ./gone.js in the folder of the configuration.');
    const [picture = ''] = readdirSync(folder).filter((name) => name.startsWith('fox'));
    const told = startCommand(['show', picture, '--json'], { module: '../main.ts', cwd: folder });
    await told.ended();
    expect(JSON.parse(told.stdout)).toMatchObject({ width: 1024, height: 512, aspectRatio: '2:1', guidanceScale: 2 });
  });

  it('is told with its place when a Space lacks an input that a mapping names', async () => {
    await using space = await startSpace({ stepMs: 1 });
    const inputs = { prompt: 'prompt', guidance: 'guidanceScale' };
    const config = { plugins: [SPACE, { from: '@hypotez/provider-gradio-space', options: { space: space.url, apiName: 'infer', model: 'lake', inputs } }], defaults: { model: 'lake' } };
    const { code, stderr } = await hypotez(['generate', 'a fox'], { 'hypotez.config.json': config });
    expect(code).toBe(10);
    expect(stderr).toContain('hypotez.config.json: plugins[1].options: ');
    expect(stderr).toContain('has no input guidance; there are prompt, negative_prompt, seed, randomize_seed, width, height, guidance_scale, num_inference_steps.');
  });

  it('is told by providers and models', async () => {
    const files = { 'hypotez.config.json': { plugins: [SPACE, '@vendor/painter'], aliases: { mine: 'stabilityai-sd35/sd-3.5' } } };
    const providers = await hypotez(['providers'], files);
    expect(providers).toMatchObject({ code: 0, stderr: '' });
    expect(providers.stdout).toContain('Left out: @vendor/painter (plugins[1]). It is not installed here: npm install @vendor/painter');
    const json = await hypotez(['providers', '--json'], files);
    expect(json.stdout.trim().split('\n').map((line) => JSON.parse(line) as unknown)).toMatchObject([{ type: 'provider', id: 'stabilityai-sd35' }, { type: 'plugin', from: '@vendor/painter', state: 'left out', fault: 'not-installed' }]);
    expect((await hypotez(['models'], files)).stdout).toContain('mine');
  });

  it('paints with the plugins that work beside all kinds of broken ones, and tells of each of those', async () => {
    await using space = await startSpace({ stepMs: 1 });
    const broken = {
      'throws.js': 'throw new Error("no brush");',
      'twice.js': 'export default { id: "twice", models: [{ id: "a", aliases: ["x"] }, { id: "b", aliases: ["x"] }], create() {} };',
      'other.js': 'export default "no plugin";',
      'same.js': 'export default { id: "stabilityai-sd35", models: [{ id: "a", aliases: [] }], create() {} };',
    };
    const plugins = ['./throws.js', './twice.js', { from: SPACE, options: { url: space.url } }, '@vendor/painter', './other.js', './same.js'];
    const files = { 'package.json': { type: 'module' }, 'hypotez.config.json': { plugins }, ...broken };
    expect(await hypotez(['generate', 'a fox', '--quiet'], files)).toMatchObject({ code: 0, stdout: expect.stringMatching(/\.png\n$/u) as string });
    const { code, stdout } = await hypotez(['providers'], files);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^stabilityai-sd35 .* working /mu);
    expect(stdout.match(/^Left out: .*$/gmu)).toEqual([
      'Left out: ./throws.js (plugins[0]). no brush',
      'Left out: ./twice.js (plugins[1]). The plugin twice gives the name "x" to two models, a and b.',
      'Left out: @vendor/painter (plugins[3]). It is not installed here: npm install @vendor/painter',
      'Left out: ./other.js (plugins[4]). What it exports is no plugin: it has to be a plugin, as definePlugin of @hypotez/provider-core makes it.',
      'Left out: ./same.js (plugins[5]). Another plugin has the id stabilityai-sd35 already.',
    ]);
  });

  it.each<[string, object, readonly string[]]>([
    ['a key that is not known', { colour: 1 }, ['colour (line 3) is not known; there are plugins, aliases, routes,']],
    ['a misspelt key', { pluggins: [] }, ['pluggins (line 3) is not known; perhaps plugins is meant.']],
    ['a route to nobody', { routes: { 'sd-3.5': ['painter'] } }, ['routes["sd-3.5"][0] names "painter", which is no provider; there are stabilityai-sd35.']],
    ['an alias of nothing', { aliases: { mine: 'stabilityai-sd35/sd-3.6' } }, ['aliases.mine names "stabilityai-sd35/sd-3.6", which is no <plugin id>/<model>; perhaps stabilityai-sd35/sd-3.5 is meant.']],
    ['two of them', { routes: { 'sd-3.5': ['painter'] }, rates: { painter: {} } }, ['routes["sd-3.5"][0] names "painter"', 'rates.painter names "painter"']],
  ])('is refused for %s, with the place and what may stand there', async (_, wrong, told) => {
    const { code, stdout, stderr } = await hypotez(['models'], { 'hypotez.config.json': JSON.stringify({ plugins: [SPACE], ...wrong }, undefined, 0).replace(/^\{(.*),"/u, '{\n$1,\n"') });
    expect({ code, stdout }).toEqual({ code: 10, stdout: '' });
    expect(stderr).toContain('hypotez.config.json: ');
    for (const words of told) expect(stderr).toContain(words);
  });

  it('is another file by --config, and a wrong one is told with its place', async () => {
    const { code, stderr } = await hypotez(['models', '--config', 'other.json'], { 'other.json': '{\n  "plugin": []\n}', 'hypotez.config.json': {} });
    expect(code).toBe(10);
    expect(stderr).toContain('other.json: plugin (line 2) is not known; perhaps plugins is meant.');
  });

  it('is not asked for a Space that --url names', async () => {
    await using space = await startSpace({ stepMs: 1 });
    expect(await hypotez(['generate', 'a fox', '--url', space.url], { 'hypotez.config.js': 'throw new Error("was run");' })).toMatchObject({ code: 0 });
  });
});
