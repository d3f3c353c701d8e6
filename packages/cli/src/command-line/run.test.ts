import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { QuotaExceededError } from '@hypotez/provider-core';
import { parseImage } from '@hypotez/provider-core/parse-image';
import { describe, expect, it } from 'vitest';
import { fakeIo } from '../testing/fake-io.ts';
import { paintPixel, pixelResponse, type Script } from '../testing/fake-plugin.ts';
import { fakeServices } from '../testing/fake-services.ts';
import { run } from './run.ts';

const HASH = '[0-9a-f]{8}';

function failing(error: () => Error): Script {
  return async function* fail() {
    yield { type: 'progress', stage: 'started' };
    throw error();
  };
}

describe('run', () => {
  it('writes the picture and puts nothing but its path on stdout', async () => {
    const io = fakeIo();
    expect(await run(['generate', 'A lighthouse at dawn!'], io, fakeServices(paintPixel))).toBe(0);
    const [name = ''] = readdirSync(io.cwd);
    expect(name).toMatch(new RegExp(`^20260102-030405-a-lighthouse-at-dawn-${HASH}\\.png$`, 'u'));
    expect(io.stdout.text).toBe(`${join(io.cwd, name)}\n`);
    expect(parseImage(readFileSync(join(io.cwd, name)))).toMatchObject({ width: 1, height: 1, extension: 'png' });
  });

  it('writes one plain line for each change of state, none for a step', async () => {
    const io = fakeIo();
    await run(['generate', 'a fox', '--seed', '7'], io, fakeServices(paintPixel));
    expect(io.stderr.lines).toEqual([
      'Waiting: 2 before this one',
      'Waiting: next in the queue',
      'Started',
      'Painting, 4 steps',
      'Fetching the picture',
      'Done: 1 × 1 PNG, seed 7, 1 s',
    ]);
  });

  it('passes every option on', async () => {
    const seen: unknown[] = [];
    const services = fakeServices((generation) => {
      seen.push(generation);
      return paintPixel(generation);
    });
    const options = ['--negative', 'fog', '--aspect', '2:1', '--seed', '3', '--steps', '5', '--guidance', '1.5', '--url', 'https://x-y.hf.space', '--token', 'my-token'];
    expect(await run(['generate', 'a fox', '--model', 'fake-painter', ...options], fakeIo(), services)).toBe(0);
    expect(seen).toMatchObject([{ prompt: 'a fox', negativePrompt: 'fog', width: 1024, height: 512, seed: 3, numInferenceSteps: 5, guidanceScale: 1.5 }]);
    expect(services.settings).toEqual([{ url: 'https://x-y.hf.space', apiKey: 'my-token' }]);
  });

  it('says in the words of the command line what the model finds wrong with a number', async () => {
    const io = fakeIo();
    expect(await run(['generate', 'a fox', '--seed', '1.5'], io, fakeServices(paintPixel))).toBe(64);
    expect(io.stderr.lines[0]).toBe('--seed is 1.5; allowed is a whole number from 0 to 2147483647.');
    expect(io.stderr.lines[1]).toContain('Change --seed;');
  });

  it('names the options of all wrong fields', async () => {
    const io = fakeIo();
    expect(await run(['generate', 'a fox', '--steps', '0', '--guidance', '99', '--aspect', 'wide'], io, fakeServices(paintPixel))).toBe(64);
    for (const option of ['--steps', '--guidance', '--aspect']) expect(io.stderr.lines[1]).toContain(option);
  });

  it.each(['0', '-1', '1e9', '0.0001'])('refuses a timeout of %s seconds', async (timeout) => {
    const io = fakeIo();
    expect(await run(['generate', 'a fox', `--timeout=${timeout}`], io, fakeServices(paintPixel))).toBe(64);
    expect(io.stderr.lines[0]).toContain('allowed is a number of seconds above 0 and up to 2147483.');
  });

  it('refuses what is no number itself', async () => {
    const io = fakeIo();
    expect(await run(['generate', 'a fox', '--seed', 'many'], io, fakeServices(paintPixel))).toBe(64);
    expect(io.stderr.lines[0]).toBe('--seed is "many", which is no number.');
  });

  it('tells what to do about a used-up quota', async () => {
    const io = fakeIo();
    const quota = failing(() => new QuotaExceededError('The GPU quota is used up.', { retryAfterMs: 588_000 }));
    expect(await run(['generate', 'a fox'], io, fakeServices(quota))).toBe(23);
    expect(io.stderr.lines.slice(1)).toEqual(['The GPU quota is used up.', 'Wait 9 min 48 s, or use the key or token of an account that has quota left.']);
  });

  it('shows a stack only when it is asked to', async () => {
    const plain = fakeIo();
    const debugging = fakeIo({ env: { HYPOTEZ_DEBUG: '1' } });
    const broken = failing(() => new Error('broken'));
    await run(['generate', 'a fox'], plain, fakeServices(broken));
    await run(['generate', 'a fox'], debugging, fakeServices(broken));
    expect(plain.stderr.text).not.toMatch(/^at /mu);
    expect(debugging.stderr.text).toMatch(/^at .*run\.test\.ts/mu);
  });

  it.each([[[]], [['--debug']], [['--json']]])('prints no token, with %j', async (more) => {
    const io = fakeIo({ env: { HF_TOKEN: 'inherited-secret', ...(more.includes('--debug') && { HYPOTEZ_DEBUG: '1' }) } });
    const leaking = failing(() => new Error('refused typed-secret and inherited-secret'));
    await run(['generate', 'a fox', '--token', 'typed-secret', ...more.filter((option) => option === '--json')], io, fakeServices(leaking));
    expect(io.stdout.text + io.stderr.text).toContain('[redacted]');
    expect(io.stdout.text + io.stderr.text).not.toMatch(/(?:typed|inherited)-secret/u);
  });

  it('repeats no value of a mistyped option', async () => {
    const io = fakeIo();
    expect(await run(['generate', 'a fox', '--tokn=typed-secret'], io, fakeServices(paintPixel))).toBe(64);
    expect(io.stderr.lines[0]).toBe(`Unknown option '--tokn'.`);
    expect(io.stderr.text).not.toContain('typed-secret');
  });

  it('cleans what a server says', async () => {
    const io = fakeIo();
    await run(['generate', 'a fox'], io, fakeServices(async function* speak(generation) {
      yield { type: 'progress', stage: 'log', message: '\u001b[31mred\u001b[0m\u0007\nnews' };
      yield pixelResponse(generation);
    }));
    expect(io.stderr.lines[0]).toBe('red news');
  });

  it('fails before any request when the folder cannot be written', async () => {
    const io = fakeIo();
    const services = fakeServices(paintPixel);
    writeFileSync(join(io.cwd, 'file'), '');
    expect(await run(['generate', 'a fox', '--output', 'file/picture.png'], io, services)).toBe(73);
    expect(io.stderr.lines[0]).toBe(`The picture cannot be written to ${join(io.cwd, 'file/picture.png')}: part of the path is a file.`);
    expect(services.settings).toEqual([]);
  });

  it('says how to get the picture again when it cannot be written in the end', async () => {
    const io = fakeIo();
    const blocked: Script = async function* block(generation) {
      // The folder goes away while the picture is painted.
      rmSync(join(io.cwd, 'out'), { recursive: true });
      yield pixelResponse(generation);
    };
    expect(await run(['generate', 'a fox', '--output', 'out/', '--seed', '5'], io, fakeServices(blocked))).toBe(73);
    expect(io.stderr.lines.at(-1)).toContain('--seed 5 makes the same picture again.');
  });

  it('ends the embedded Space and points the provider at it', async () => {
    const services = fakeServices(async function* look(generation) {
      await Promise.resolve();
      expect(services.isSpaceOpen).toBe(true);
      yield pixelResponse(generation);
    });
    expect(await run(['generate', 'a fox', '--embedded'], fakeIo({ env: { HF_TOKEN: 'secret' } }), services)).toBe(0);
    expect(services.settings).toEqual([{ url: 'http://127.0.0.1:1', apiKey: undefined }]);
    expect(services.isSpaceOpen).toBe(false);
  });

  it('stops at the first signal and leaves at once at the second', async () => {
    const io = fakeIo();
    const code = run(['generate', 'a fox'], io, fakeServices(async function* wait({ signal }) {
      yield { type: 'progress', stage: 'started' };
      io.signals.emit('SIGTERM');
      expect(signal.aborted).toBe(true);
      io.signals.emit('SIGINT');
    }));
    expect(await code).toBe(143);
    expect(io.exits).toEqual([130]);
    expect(io.stderr.lines).toContain('Stopped by SIGTERM.');
    // While the cancellation is on its way the next signal still has to be heard.
    io.signals.emit('SIGINT');
    expect(io.exits).toEqual([130, 130]);
  });

  it('listens to no signal after a run that nobody stopped', async () => {
    const io = fakeIo();
    expect(await run(['generate', 'a fox'], io, fakeServices(paintPixel))).toBe(0);
    expect(io.signals.listenerCount('SIGINT') + io.signals.listenerCount('SIGTERM')).toBe(0);
  });

  it('shows the help without a command, and the version', async () => {
    const help = fakeIo();
    const version = fakeIo();
    expect(await run([], help, fakeServices(paintPixel))).toBe(0);
    expect(await run(['--version'], version, fakeServices(paintPixel))).toBe(0);
    expect(help.stdout.text).toContain('Examples:');
    expect(version.stdout.text).toMatch(/^\d+\.\d+\.\d+\n$/u);
  });

  it('keeps an existing file', async () => {
    const io = fakeIo();
    mkdirSync(join(io.cwd, 'out'));
    writeFileSync(join(io.cwd, 'out/fox.png'), 'precious');
    expect(await run(['generate', 'a fox', '--output', 'out/fox.png'], io, fakeServices(paintPixel))).toBe(0);
    expect(readFileSync(join(io.cwd, 'out/fox.png'), 'utf8')).toBe('precious');
    expect(io.stdout.text).toBe(`${join(io.cwd, 'out/fox-2.png')}\n`);
    expect(io.stderr.text).toContain('fox.png exists already');
  });
});
