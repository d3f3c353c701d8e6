import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startSpace } from '@hypotez/gradio-emulator';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../../testing/fake-io.ts';

const MAIN = fileURLToPath(new URL('../../main.ts', import.meta.url));
const SIZE = ['--width', '512', '--height', '512', '--steps', '2'];

/** Runs a script in `sh`, with `hypotez` as a command; gives its stdout. */
async function shell(script: string, cwd: string, ...words: readonly string[]): Promise<string> {
  const hypotez = `hypotez() { "$NODE" --conditions=@hypotez/source "$MAIN" "$@"; }`;
  const { PATH = '' } = process.env;
  const env = { PATH, NODE: process.execPath, MAIN };
  const { stdout } = await promisify(execFile)('sh', ['-c', `${hypotez}\n${script}`, 'sh', ...words], { cwd, env });
  return stdout;
}

/** Paints a picture, runs the command that `show` prints, and gives the bytes of both. */
async function paintTwice(prompt: string, ...options: readonly string[]): Promise<readonly [Buffer, Buffer]> {
  const cwd = temporaryFolder();
  const first = (await shell('hypotez generate "$@"', cwd, ...options, '--', prompt)).trim();
  const command = await shell('hypotez show "$1" --command', cwd, first);
  const again = join(cwd, 'again');
  mkdirSync(again);
  await shell(command, again);
  const [name = ''] = readdirSync(again);
  return [readFileSync(first), readFileSync(join(again, name))];
}

describe('the command that show prints', () => {
  it('makes the same file of a Space', async () => {
    const space = await startSpace({ stepMs: 1 });
    onTestFinished(() => space.close());
    const prompt = `--a "fox" isn't \`here\` $HOME !! \\ *\n\ttwo lines — лиса 🦊 \u001b[31m`;
    const [first, second] = await paintTwice(prompt, ...SIZE, '--negative', '-fog', '--guidance', '3.5', '--url', space.url);
    expect(second.equals(first)).toBe(true);
    expect(space.requests.filter(({ method }) => method === 'POST').map(({ body }) => (JSON.parse(body) as { data: unknown }).data)).toEqual([
      [prompt, '-fog', 0, true, 512, 512, 3.5, 2],
      [prompt, '-fog', expect.any(Number), false, 512, 512, 3.5, 2],
    ]);
  });

  it('makes the same file offline', async () => {
    const [first, second] = await paintTwice('a fox', ...SIZE, '--aspect', '1:1', '--embedded');
    expect(second.equals(first)).toBe(true);
  });
});
