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

  it('is told by providers and models', async () => {
    const files = { 'hypotez.config.json': { plugins: [SPACE, '@vendor/painter'], aliases: { mine: 'stabilityai-sd35/sd-3.5' } } };
    const providers = await hypotez(['providers'], files);
    expect(providers).toMatchObject({ code: 0, stderr: '' });
    expect(providers.stdout).toContain('Left out: @vendor/painter (plugins[1]). It is not installed here: npm install @vendor/painter');
    const json = await hypotez(['providers', '--json'], files);
    expect(json.stdout.trim().split('\n').map((line) => JSON.parse(line) as unknown)).toMatchObject([{ type: 'provider', id: 'stabilityai-sd35' }, { type: 'plugin', from: '@vendor/painter', state: 'left out', fault: 'not-installed' }]);
    expect((await hypotez(['models'], files)).stdout).toContain('mine');
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
