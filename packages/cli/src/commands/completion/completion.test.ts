import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../command-line/run.ts';
import { fakeIo, temporaryFolder } from '../../testing/fake-io.ts';
import { isInstalled } from '../../testing/is-installed.ts';

/** Writes the script of a shell into a folder with two files, and gives the folder. */
async function prepare(shell: string): Promise<string> {
  const io = fakeIo();
  expect(await run(['completion', shell], io)).toBe(0);
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'script'), io.stdout.text);
  mkdirSync(join(folder, 'files'));
  writeFileSync(join(folder, 'files/fox one.png'), '');
  return folder;
}

/** What bash offers for a line that ends where the cursor is: what \`complete -F\` fills in. */
function offeredByBash(folder: string, line: string, wordBreaks: string): readonly string[] {
  // bash sets the variable anew when it starts.
  const script = 'source ./script; COMP_WORDBREAKS=$1; COMP_POINT=${#COMP_LINE}; _hypotez; printf "%s\\n" "${COMPREPLY[@]}"';
  const env = { PATH: process.env['PATH'] ?? '', COMP_LINE: line };
  return execFileSync('bash', ['--norc', '-c', script, 'bash', wordBreaks], { cwd: folder, env, encoding: 'utf8' }).split('\n').filter((word) => word !== '');
}

/** What fish offers, without the descriptions. */
function offeredByFish(folder: string, line: string): readonly string[] {
  const output = execFileSync('fish', ['--no-config', '-c', 'source ./script; complete -C $argv[1]', line], { cwd: folder, encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '', HOME: folder } });
  return output.split('\n').flatMap((row) => row.split('\t', 1)).filter((word) => word !== '');
}

const COMMANDS = ['generate', 'show', 'models', 'providers', 'doctor', 'emulator', 'completion', 'help'];
const MODELS = [
  'sd-3.5', 'sd-3.5-large', 'stabilityai-stable-diffusion-3-5-large',
  'flux', 'flux-dev', 'flux.1-dev', 'black-forest-labs-flux-1-dev', 'flux-schnell', 'flux.1-schnell', 'black-forest-labs-flux-1-schnell',
];

const CASES: readonly (readonly [line: string, offered: readonly string[]])[] = [
  ['hypotez ge', ['generate']],
  ['hypotez generate --mo', ['--model']],
  ['hypotez generate "a fox" --model ', MODELS],
  ['hypotez doctor --model sd-3.5-', ['sd-3.5-large']],
  ['hypotez emulator --state p', ['paused']],
  ['hypotez emulator --zero-gpu no-gpu-r', ['no-gpu-retry-later']],
  ['hypotez completion ', ['bash', 'zsh', 'fish']],
  ['hypotez help em', ['emulator']],
  ['hypotez generate ', []],
  ['hypotez generate --seed ', []],
  ['hypotez generate --im', ['--image']],
  ['hypotez generate --image a.png --im', ['--image']],
  ['hypotez show --j', ['--json']],
];

describe('completion', () => {
  it('refuses other shells', async () => {
    expect(await run(['completion', 'csh'], fakeIo())).toBe(64);
    expect(await run(['completion'], fakeIo())).toBe(64);
  });
});

// A shell that this machine lacks is listed as skipped.
describe.skipIf(!isInstalled('bash'))('completion in bash', () => {
  const USUAL = ` \t\n"'><=;|&(:`;

  it.each(CASES)('of %j', async (line, offered) => {
    expect(offeredByBash(await prepare('bash'), line, USUAL)).toEqual(offered);
  });

  it('offers every command and the options of the program', async () => {
    expect(offeredByBash(await prepare('bash'), 'hypotez ', USUAL)).toEqual([...COMMANDS, '--version', '--help', '-h']);
  });

  it('begins behind the colon or the equals sign where bash does', async () => {
    const folder = await prepare('bash');
    expect(offeredByBash(folder, 'hypotez generate --aspect 16:', USUAL)).toEqual(['9']);
    expect(offeredByBash(folder, 'hypotez generate --aspect=16:', USUAL)).toEqual(['9']);
    expect(offeredByBash(folder, 'hypotez generate --aspect=16:', ' \t\n')).toEqual(['--aspect=16:9']);
    expect(offeredByBash(folder, 'hypotez generate --model=sd-3.5-', ' \t\n')).toEqual(['--model=sd-3.5-large']);
  });

  it('leaves files to bash, which knows how to quote them', async () => {
    const folder = await prepare('bash');
    expect(offeredByBash(folder, 'hypotez show files/', USUAL)).toEqual([]);
    const registered = execFileSync('bash', ['--norc', '-c', 'source ./script; complete -p hypotez'], { cwd: folder, encoding: 'utf8' });
    expect(registered).toBe('complete -o default -F _hypotez hypotez\n');
  });
});

describe.skipIf(!isInstalled('fish'))('completion in fish', () => {
  it.each(CASES)('of %j', async (line, offered) => {
    // fish has an order of its own for dots and dashes.
    expect(offeredByFish(await prepare('fish'), line).toSorted()).toEqual(offered.toSorted());
  });

  it('offers every command, ratios and files', async () => {
    const folder = await prepare('fish');
    expect(offeredByFish(folder, 'hypotez ')).toEqual(COMMANDS.toSorted());
    expect(offeredByFish(folder, 'hypotez generate --aspect 16')).toEqual(['16:9']);
    expect(offeredByFish(folder, 'hypotez show files/')).toEqual(['files/fox one.png']);
  });
});

describe.skipIf(!isInstalled('zsh'))('completion in zsh', () => {
  it('is understood, and registered where it is sourced', async () => {
    const folder = await prepare('zsh');
    const script = 'autoload -Uz compinit; compinit -u -d ./dump; source ./script; print -r -- $_comps[hypotez]';
    expect(execFileSync('zsh', ['-f', '-c', script], { cwd: folder, encoding: 'utf8' })).toBe('_hypotez\n');
  });

  it('escapes what means something in a specification', async () => {
    const io = fakeIo();
    await run(['completion', 'zsh'], io);
    expect(io.stdout.text).toContain(String.raw`'--aspect=[width to height, such as 16:9]:aspect:(1\:1 16\:9 `);
    // Offered again after it was typed.
    expect(io.stdout.text).toContain(`'*--image=[start from this picture; may be repeated where the model takes several]:image:_files'`);
    expect(io.stdout.text).toContain(`'(--count -n)--count=[pictures of each prompt (default: 1)]:count: '`);
  });
});
