import { once } from 'node:events';
import { readdirSync, rmSync } from 'node:fs';
import { AuthenticationError, ModerationError, QuotaExceededError, RejectedError, UnavailableError } from '@hypotez/provider-core';
import { describe, expect, it } from 'vitest';
import { run } from '../../command-line/run.ts';
import { fakeIo, type FakeIo } from '../../testing/fake-io.ts';
import { paintPixel, pixelResponse, type Script } from '../../testing/fake-plugin.ts';
import { fakeServices } from '../../testing/fake-services.ts';

/** Paints, but fails at some runs, counted from 1; keeps what it was asked for. */
function failingAt(failures: Readonly<Record<number, () => Error>>): { readonly script: Script; readonly prompts: string[]; readonly seeds: number[] } {
  const prompts: string[] = [];
  const seeds: number[] = [];
  const script: Script = async function* paint(generation) {
    const number = prompts.push(generation.prompt);
    seeds.push(generation.seed ?? Number.NaN);
    yield { type: 'progress', stage: 'started' };
    const failure = failures[number];
    if (failure !== undefined) throw failure();
    yield pixelResponse(generation);
  };
  return { script, prompts, seeds };
}

const refuse = (): Error => new AuthenticationError('Who are you?');

function events(io: FakeIo): readonly Record<string, unknown>[] {
  return io.stdout.lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('generate -n', () => {
  it('paints those of a prompt together, each with the next seed, and tells each', async () => {
    const { script, seeds } = failingAt({});
    const io = fakeIo();
    expect(await run(['generate', 'a fox', '-n', '3', '--seed', '41', '--output', 'fox.png'], io, fakeServices(script))).toBe(0);
    expect(seeds).toEqual([41, 42, 43]);
    expect(io.stdout.lines.toSorted()).toEqual(['fox-2.png', 'fox-3.png', 'fox.png'].map((name) => `${io.cwd}/${name}`));
    expect(readdirSync(io.cwd).sort()).toEqual(['fox-2.png', 'fox-3.png', 'fox.png']);
    expect(io.stderr.lines).toEqual(expect.arrayContaining(['Pictures 1 to 3 of 3:', 'Picture 2 of 3: Started', 'Picture 2 of 3: 1 × 1 PNG, seed 42, 1 s', '3 painted']));
    expect(io.stderr.text).not.toContain('exists already');
  });

  it('writes each picture under its own number, in whatever order they come', async () => {
    let write = (): void => undefined;
    const second = new Promise<void>((resolve) => { write = resolve; });
    const io = fakeIo();
    const code = run(['generate', 'a fox', '-n', '2', '--seed', '1', '--json', '--output', 'fox.png'], io, fakeServices(async function* paint(generation) {
      if (generation.seed === 1) await second;
      yield pixelResponse(generation);
    }));
    await once(io.stdout, 'written');
    write();
    expect(await code).toBe(0);
    expect(events(io).filter(({ type }) => type === 'image').map(({ index, seed, file }) => [index, seed, file])).toEqual([[2, 2, `${io.cwd}/fox-2.png`], [1, 1, `${io.cwd}/fox.png`]]);
  });

  it('makes runs of ten, which is the most of this model, one after another', async () => {
    const { script, seeds } = failingAt({});
    const io = fakeIo();
    expect(await run(['generate', 'a fox', '-n', '12', '--seed', '1', '--json'], io, fakeServices(script))).toBe(0);
    expect(seeds).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    const images = events(io).filter(({ type }) => type === 'image');
    expect(images.map(({ index }) => Number(index)).toSorted((one, other) => one - other)).toEqual(seeds);
    for (const { index, seed } of images) expect(seed).toBe(index);
  });

  it('asks one registry for all of them', async () => {
    const services = fakeServices(paintPixel);
    await run(['generate', 'a fox', '-n', '3'], fakeIo(), services);
    expect(services.settings).toHaveLength(1);
  });

  it('loses one picture to a failure, not the others, and gives the code of the first', async () => {
    const { script, prompts } = failingAt({ 2: () => new UnavailableError('No GPU is free.'), 4: () => new ModerationError('Not this one.') });
    const io = fakeIo();
    expect(await run(['generate', 'a fox', '-n', '5', '--json', '--output', 'fox.png'], io, fakeServices(script))).toBe(25);
    expect(prompts).toHaveLength(5);
    const told = events(io).filter(({ type }) => type !== 'progress');
    // Pictures are told when they are there, what is missing of the run when it is over.
    expect(told.map(({ type, index, code }) => [type, index, code])).toEqual([
      ['image', 1, undefined], ['image', 3, undefined], ['image', 5, undefined], ['error', 2, 'unavailable'], ['error', 4, 'moderation'], ['summary', undefined, undefined],
    ]);
    expect(told.at(-1)).toEqual({ type: 'summary', painted: 3, failed: 2, left: 0 });
    // The number of a file is that of the picture, whatever was lost.
    expect(readdirSync(io.cwd).sort()).toEqual(['fox-3.png', 'fox-5.png', 'fox.png']);
  });

  it.each<[() => Error, number]>([
    [() => new QuotaExceededError('Used up.'), 23],
    [() => new AuthenticationError('Who are you?'), 20],
    [() => new RejectedError('Not these values.'), 26],
  ])('begins no further picture after what every one would meet: %s', async (failure, code) => {
    const { script, prompts } = failingAt({ 2: failure });
    const io = fakeIo();
    expect(await run(['generate', 'a fox', '-n', '12'], io, fakeServices(script))).toBe(code);
    expect(prompts.length).toBeLessThan(10);
    expect(io.stderr.lines.at(-1)).toMatch(/^\d painted, \d failed, 2 not begun$/u);
  });

  it('begins no further run after a mistake in a plugin, and keeps what came of this one', async () => {
    const { script, prompts } = failingAt({ 2: () => new Error('broken') });
    const io = fakeIo();
    expect(await run(['generate', 'a fox', '-n', '12'], io, fakeServices(script))).toBe(61);
    expect(prompts).toHaveLength(10);
    expect(io.stderr.text).toContain('Picture 2 of 12: The plugin fake failed: broken');
    expect(io.stderr.lines.at(-1)).toBe('9 painted, 1 failed, 2 not begun');
  });

  it('tells once what several pictures met, but each of them to programs', async () => {
    const everybody = { 1: refuse, 2: refuse, 3: refuse };
    const io = fakeIo();
    expect(await run(['generate', 'a fox', '-n', '3'], io, fakeServices(failingAt(everybody).script))).toBe(20);
    expect(io.stderr.lines.filter((line) => line.startsWith('Pictures 1 to 3 of 3: Who are you?'))).toHaveLength(1);
    const json = fakeIo();
    expect(await run(['generate', 'a fox', '-n', '3', '--json'], json, fakeServices(failingAt(everybody).script))).toBe(20);
    expect(events(json).filter(({ type }) => type === 'error').map(({ index, code, exitCode }) => [index, code, exitCode])).toEqual([1, 2, 3].map((index) => [index, 'authentication', 20]));
  });

  it('ends the others when a picture cannot be written', async () => {
    const io = fakeIo();
    const seen = { aborted: 0 };
    expect(await run(['generate', 'a fox', '-n', '4', '--seed', '1', '--output', 'out/'], io, fakeServices(async function* paint(generation) {
      generation.signal.addEventListener('abort', () => { seen.aborted += 1; });
      yield { type: 'progress', stage: 'started' };
      if (generation.seed !== 1) await new Promise((resolve) => { generation.signal.addEventListener('abort', resolve); });
      rmSync(`${io.cwd}/out`, { recursive: true });
      yield pixelResponse(generation);
    }))).toBe(73);
    expect(seen.aborted).toBe(4);
    expect(io.stderr.lines.at(-1)).toBe('0 painted, 1 failed, 3 not begun');
  });

  it('starts nothing again, whatever it was', async () => {
    const { script, seeds } = failingAt({ 1: () => new UnavailableError('Lost.', { billed: 'maybe' }) });
    await run(['generate', 'a fox', '-n', '2', '--seed', '1'], fakeIo(), fakeServices(script));
    expect(seeds).toEqual([1, 2]);
  });

  it('ends all pictures at Ctrl-C, and leaves with 130 whatever failed before', async () => {
    const io = fakeIo();
    const { script, prompts } = failingAt({ 1: () => new UnavailableError('No GPU is free.'), 2: () => { io.signals.emit('SIGINT'); return new Error('late'); } });
    expect(await run(['generate', 'a fox', '-n', '12'], io, fakeServices(script))).toBe(130);
    expect(prompts.length).toBeLessThan(6);
    expect(io.stderr.text.match(/Stopped by Ctrl-C/gu)).toHaveLength(1);
  });

  it('ends the lot, and says nothing, when nobody reads any more', async () => {
    const io = fakeIo();
    const { script, prompts } = failingAt({ 2: () => { io.stdout.emit('error', new Error('EPIPE')); return new Error('late'); } });
    expect(await run(['generate', 'a fox', '-n', '12', '--quiet'], io, fakeServices(script))).toBe(141);
    expect(prompts.length).toBeLessThan(6);
    expect(io.stderr.text).toBe('');
  });

  it('refuses seeds beyond the range of the model before anything is painted', async () => {
    const { script, prompts } = failingAt({});
    const io = fakeIo();
    expect(await run(['generate', 'a fox', '-n', '3', '--seed', '2147483646'], io, fakeServices(script))).toBe(64);
    expect(io.stderr.lines[0]).toBe('--count 3 from --seed 2147483646 on needs the seeds up to 2147483648, and the largest one of this model is 2147483647.');
    expect(prompts).toEqual([]);
    expect(await run(['generate', 'a fox', '-n', '2', '--seed', '2147483646'], io, fakeServices(script))).toBe(0);
  });

  it.each(['0', '-1', '1.5', '1001', 'many'])('refuses %j pictures', async (count) => {
    expect(await run(['generate', 'a fox', `--count=${count}`], fakeIo(), fakeServices(paintPixel))).toBe(64);
  });

  it('is silent with --quiet but for paths and failures', async () => {
    const { script } = failingAt({ 2: () => new UnavailableError('No GPU is free.') });
    const io = fakeIo({ columns: 160 });
    expect(await run(['generate', 'a fox', '-n', '3', '--quiet', '--output', 'fox.webp'], io, fakeServices(script))).toBe(25);
    expect(io.stdout.lines.toSorted()).toEqual(['fox-3.png', 'fox.png'].map((name) => `${io.cwd}/${name}`));
    expect(io.stderr.lines).toHaveLength(2);
    expect(io.stderr.lines[0]).toContain('Picture 2 of 3: No GPU is free.');
  });
});

describe('generate --stdin', () => {
  it('paints each line, passing over blank ones', async () => {
    const { script, prompts } = failingAt({});
    const io = fakeIo({ piped: 'a fox\n\n  \r\n  an owl  \r\na lynx' });
    expect(await run(['generate', '--stdin', '--json'], io, fakeServices(script))).toBe(0);
    expect(prompts).toEqual(['a fox', 'an owl', 'a lynx']);
    expect(events(io).filter(({ type }) => type === 'image').map(({ index, line }) => [index, line])).toEqual([[1, 1], [2, 4], [3, 5]]);
    expect(events(io).at(-1)).toEqual({ type: 'summary', painted: 3, failed: 0 });
  });

  it('begins before the last line is there', async () => {
    const io = fakeIo();
    const { script, prompts } = failingAt({});
    const code = run(['generate', '--stdin'], io, fakeServices(script));
    io.stdin.write('a fox\n');
    await once(io.stdout, 'written');
    expect(prompts).toEqual(['a fox']);
    io.stdin.end('an owl\n');
    expect(await code).toBe(0);
    expect(prompts).toEqual(['a fox', 'an owl']);
  });

  it('gives every prompt the same seeds', async () => {
    const { script, prompts, seeds } = failingAt({});
    await run(['generate', '--stdin', '-n', '2', '--seed', '5'], fakeIo({ piped: 'a fox\nan owl\n' }), fakeServices(script));
    expect(prompts).toEqual(['a fox', 'a fox', 'an owl', 'an owl']);
    expect(seeds).toEqual([5, 6, 5, 6]);
  });

  it('goes on with the next line when one is refused', async () => {
    const { script, prompts } = failingAt({ 1: () => new RejectedError('Too long.'), 2: () => new RejectedError('Too long.') });
    expect(await run(['generate', '--stdin', '-n', '2'], fakeIo({ piped: 'a fox\nan owl\n' }), fakeServices(script))).toBe(26);
    expect(prompts).toEqual(['a fox', 'a fox', 'an owl', 'an owl']);
  });

  it('ends at Ctrl-C while it waits for a line', async () => {
    const io = fakeIo();
    const code = run(['generate', '--stdin'], io, fakeServices(paintPixel));
    io.stdin.write('a fox\n');
    await once(io.stdout, 'written');
    io.signals.emit('SIGINT');
    expect(await code).toBe(130);
    expect(io.stderr.text.match(/Stopped by Ctrl-C/gu)).toHaveLength(1);
  });

  it.each(['', '\n \n'])('says that there was no prompt in %j', async (piped) => {
    const io = fakeIo({ piped });
    expect(await run(['generate', '--stdin'], io, fakeServices(paintPixel))).toBe(64);
    expect(io.stderr.text).toContain('stdin holds no prompt.');
  });

  it('takes no prompt besides, and without it there must be one', async () => {
    expect(await run(['generate', 'a fox', '--stdin'], fakeIo({ piped: 'an owl' }), fakeServices(paintPixel))).toBe(64);
    expect(await run(['generate'], fakeIo(), fakeServices(paintPixel))).toBe(64);
  });
});
