import { ImagePreview } from '@hypotez/provider-core';
import { parseImage } from '@hypotez/provider-core/parse-image';
import { describe, expect, it } from 'vitest';
import { run } from '../command-line/run.ts';
import { fakeIo, type FakeIo } from '../testing/fake-io.ts';
import { PIXEL, paintPixel, pixelResponse, type Script } from '../testing/fake-plugin.ts';
import { fakeServices } from '../testing/fake-services.ts';

const ESCAPE = '\u001b';
const COLOUR = new RegExp(String.raw`${ESCAPE}\[\d+m`, 'u');

/** Stops in the middle of the steps and looks at the screen. */
function looking(look: () => Promise<void>): Script {
  return async function* paint(generation) {
    yield { type: 'progress', stage: 'step', step: 12, steps: 50, fraction: 0.24, etaSeconds: 10 };
    await look();
    yield pixelResponse(generation);
  };
}

async function screenWhilePainting(io: FakeIo, argv: readonly string[] = []): Promise<string> {
  let seen = '';
  const code = await run(['generate', 'a fox', '--seed', '7', ...argv], io, fakeServices(looking(async () => { seen = await io.screen.text(); })));
  expect(code).toBe(0);
  return seen;
}

describe('the live block', () => {
  it('shows bar, steps, estimate and elapsed time', async () => {
    expect(await screenWhilePainting(fakeIo({ columns: 100 }))).toBe('Painting ██████░░░░░░░░░░░░░░░░░░ 12/50  24 %, about 10 s left\n1 s so far');
  });

  it.each([[40, '██░░░░░░░░ 12/50  24 %, about 10 s left\n1 s so far'], [20, '██░░░░░ 12/50  24 %\n1 s so far'], [8, '24 %\n1 s']])('fits into %i columns', async (columns, text) => {
    expect(await screenWhilePainting(fakeIo({ columns }))).toBe(text);
  });

  it('says which picture it is, and how far the queue', async () => {
    const io = fakeIo({ columns: 80, piped: 'a fox\nan owl\n' });
    let seen = '';
    await run(['generate', '--stdin'], io, fakeServices(async function* wait(generation) {
      yield { type: 'progress', stage: 'queued', queuePosition: 2, etaSeconds: 42 };
      seen = await io.screen.text();
      yield pixelResponse(generation);
    }));
    expect(seen.split('\n').slice(-2)).toEqual(['Waiting: 2 jobs before this one, about 42 s left', 'Picture 2, 1 s so far']);
  });

  /** The screen while four pictures are painted, each further than the one before. */
  async function screenOfFour(options: Parameters<typeof fakeIo>[0]): Promise<string> {
    const io = fakeIo(options);
    let look = (): void => undefined;
    const looked = new Promise<void>((resolve) => { look = resolve; });
    let told = 0;
    let seen = '';
    await run(['generate', 'a fox', '-n', '4', '--seed', '0'], io, fakeServices(async function* paint(generation) {
      const { seed = 0 } = generation;
      if (seed === 3) yield { type: 'progress', stage: 'queued', queuePosition: 1 };
      else yield { type: 'progress', stage: 'step', step: 10 * seed, steps: 40, fraction: seed / 4, etaSeconds: 9 };
      // The fourth that is asked for a second event was shown with its first.
      told += 1;
      if (told === 4) {
        seen = await io.screen.text();
        look();
      }
      await looked;
      yield pixelResponse(generation);
    }));
    return seen;
  }

  it.each([
    [120, ['1 Painting ░░░░░░░░░░░░░░░░░░░░░░░░  0/40   0 %, about 9 s left', '2 Painting ██████░░░░░░░░░░░░░░░░░░ 10/40  25 %, about 9 s left', '3 Painting ████████████░░░░░░░░░░░░ 20/40  50 %, about 9 s left', '4 Waiting: 1 job before this one', 'Pictures 1 to 4 of 4, 1 s so far']],
    [30, ['1 ░░░░░░░░░░░░░░░  0/40   0 %', '2 ████░░░░░░░░░░░ 10/40  25 %', '3 ████████░░░░░░░ 20/40  50 %', '4 Waiting: 1 before', 'Pictures 1 to 4 of 4, 1 s']],
    [8, ['1 0 %', '2 25 %', '3 50 %', '4 1 be…', '1 s']],
  ])('shows each of four pictures on %i columns', async (columns, lines) => {
    expect((await screenOfFour({ columns })).split('\n')).toEqual(lines);
  });

  it.each([[5, 4], [3, 2], [2, 1]])('shows as many of them as there is room for, on %i lines', async (rows, shown) => {
    const lines = (await screenOfFour({ columns: 80, rows })).split('\n');
    expect(lines.map((line) => line.slice(0, 2))).toEqual(['1 ', '2 ', '3 ', '4 '].slice(0, shown));
  });

  it('shows something before the first answer of the provider', async () => {
    const io = fakeIo({ columns: 80 });
    await run(['generate', 'a fox'], io, fakeServices(async function* look(generation) {
      expect(await io.screen.text()).toBe('Connecting\n1 s so far');
      yield pixelResponse(generation);
    }));
  });

  it.each([80, 40, 12])('leaves the result and the path behind, on %i columns', async (columns) => {
    const io = fakeIo({ columns });
    await run(['generate', 'a fox', '--seed', '7', '--output', 'f.png'], io, fakeServices(paintPixel));
    expect((await io.screen.text()).replaceAll('\n', '')).toBe(`Done: 1 × 1 PNG, seed 7, 1 s${io.cwd}/f.png`);
  });

  it('leaves the reason of a failure behind', async () => {
    const io = fakeIo({ columns: 80 });
    await run(['generate', 'a fox'], io, fakeServices(async function* stop(generation) {
      yield { type: 'progress', stage: 'started' };
      io.signals.emit('SIGINT');
      yield* paintPixel(generation);
    }));
    expect((await io.screen.text()).split('\n')[0]).toBe('Stopped by Ctrl-C.');
  });

  it.each([30, 55, 120])('stays whole when the terminal gets %i columns wide in the middle of it', async (columns) => {
    const io = fakeIo({ columns: 80 });
    io.stderr.write('above\n');
    await run(['generate', 'a fox', '--seed', '7', '--output', 'f.png'], io, fakeServices(looking(async () => {
      io.stdout.resize(columns);
      io.stderr.resize(columns);
      const lines = (await io.screen.text()).split('\n');
      expect(lines[0]).toBe('above');
      expect(lines.slice(1)).toEqual([expect.stringContaining('12/50'), '1 s so far']);
    })));
    expect((await io.screen.text()).replaceAll('\n', ' ')).toMatch(/^above Done: 1 × 1 PNG, seed 7, 1 s/u);
  });

  it('does not move what xterm cut off when it got narrower', async () => {
    const io = fakeIo({ columns: 80, env: { XTERM_VERSION: 'XTerm(379)' } });
    await run(['generate', 'a fox'], io, fakeServices(looking(async () => {
      io.stderr.columns = 20;
      io.stderr.emit('resize');
      expect(io.stderr.text).not.toContain(`${ESCAPE}[4A`);
      expect(io.stderr.text.split('\r').at(-1)).toContain(`${ESCAPE}[2A`);
    })));
  });

  it('has one line where the terminal has two', async () => {
    expect(await screenWhilePainting(fakeIo({ columns: 80, rows: 2 }))).toMatch(/^Painting .* left$/u);
  });

  it('has no colours with NO_COLOR', async () => {
    const plain = fakeIo({ columns: 80, env: { NO_COLOR: '1' } });
    const colored = fakeIo({ columns: 80 });
    await screenWhilePainting(plain);
    await screenWhilePainting(colored);
    expect(plain.stderr.text).toContain('█');
    expect(plain.stderr.text).not.toMatch(COLOUR);
    expect(colored.stderr.text).toMatch(COLOUR);
  });

  it.each([{ TERM: 'dumb' }, {}])('is not drawn where it cannot be, with %j', async (env) => {
    const io = fakeIo({ columns: 'TERM' in env ? 80 : 0, env });
    await run(['generate', 'a fox'], io, fakeServices(paintPixel));
    expect(io.stderr.lines).toContain('Painting, 4 steps');
    expect(io.stderr.text).not.toContain(ESCAPE);
  });

  it('listens to the size of the terminal no longer than it is there', async () => {
    const io = fakeIo({ columns: 80 });
    await run(['generate', 'a fox', '-n', '3'], io, fakeServices(paintPixel));
    expect(io.stderr.listenerCount('resize')).toBe(0);
  });

  it('says why a preview that was asked for is not seen', async () => {
    const io = fakeIo({ columns: 120 });
    await run(['generate', 'a fox', '--preview'], io, fakeServices(async function* preview(generation) {
      yield new ImagePreview({ urls: ['https://fake.example/0.png'], alt: 'a fox', provider: 'fake', model: 'fake-painter', download: async () => parseImage(PIXEL) });
      yield pixelResponse(generation);
    }));
    expect((await io.screen.text()).split('\n')[0]).toBe('HYPOTEZ_IMAGES=none keeps pictures off the terminal.');
  });
});
