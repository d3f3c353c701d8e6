import { ImagePreview, ImageResponse, NetworkError, type ImageFile } from '@hypotez/provider-core';
import { describe, expect, it } from 'vitest';
import { run } from '../../command-line/run.ts';
import { fakeIo, type FakeIo } from '../../testing/fake-io.ts';
import { pixelResponse, type Script } from '../../testing/fake-plugin.ts';
import { fakeServices } from '../../testing/fake-services.ts';
import { samplePicture } from '../../testing/sample-picture.ts';

const PICTURE = new RegExp(String.raw`\u001b_Ga=T,[^;]*i=(\d+)`, 'gu');

function preview(download: () => Promise<ImageFile>): ImagePreview {
  return new ImagePreview({ urls: ['https://fake.example/0.png'], alt: 'a fox', provider: 'fake', model: 'fake-painter', download });
}

/** Sends previews, each when the former one is on the screen, then the picture. */
function previewing(io: FakeIo, count: number, download: () => Promise<ImageFile>): Script {
  return async function* paint(generation) {
    for (let sent = 1; sent <= count; sent += 1) {
      yield preview(download);
      while (io.stderr.isTTY && drawnNumbers(io).length < sent) await new Promise((resolve) => { io.stderr.once('written', resolve); });
    }
    yield new ImageResponse({ urls: ['https://fake.example/1.png'], alt: generation.prompt, provider: 'fake', model: 'fake-painter', seed: 1, download });
  };
}

function drawnNumbers(io: FakeIo): readonly string[] {
  return [...io.stderr.text.matchAll(PICTURE)].map(([, number = '']) => number);
}

describe('generate --preview', () => {
  it('shows every preview in the place of the former one, and the picture in the end', async () => {
    const io = fakeIo({ columns: 80, env: { HYPOTEZ_IMAGES: 'kitty' } });
    const script = previewing(io, 2, () => samplePicture('webp', 64));
    expect(await run(['generate', 'a fox', '--preview'], io, fakeServices(script))).toBe(0);
    expect(drawnNumbers(io)).toHaveLength(3);
    expect(new Set(drawnNumbers(io)).size).toBe(1);
    expect(io.stderr.text).not.toContain('a=d');
  });

  it('fetches nothing where nothing can be shown, or nobody asked', async () => {
    for (const [argv, options] of [[['--preview'], {}], [['--preview', '--json'], {}], [['--preview', '--quiet'], {}], [[], { columns: 80, env: { HYPOTEZ_IMAGES: 'kitty' } }]] as const) {
      const io = fakeIo(options);
      let downloads = 0;
      expect(await run(['generate', 'a fox', ...argv], io, fakeServices(async function* paint(generation) {
        yield preview(async () => { downloads += 1; return samplePicture('png', 64); });
        yield pixelResponse(generation);
      }))).toBe(0);
      expect(downloads).toBe(0);
    }
  });

  it('shows the finished picture without --preview too', async () => {
    const io = fakeIo({ columns: 80, env: { HYPOTEZ_IMAGES: 'kitty' } });
    await run(['generate', 'a fox'], io, fakeServices(async function* paint(generation) { yield pixelResponse(generation); }));
    expect(drawnNumbers(io)).toHaveLength(1);
  });

  it('finds out from the terminal that it knows sixels', async () => {
    const io = fakeIo({ columns: 80, env: { HYPOTEZ_IMAGES: '' }, answer: '\u001b[6;20;10t\u001b[?63;1;4c' });
    await run(['generate', 'a fox'], io, fakeServices(async function* paint(generation) { yield pixelResponse(generation); }));
    expect(io.stderr.text).toMatch(/\u001bP[\d;]*q"1;1;1;1#/u);
    expect(io.stdin.rawModes).toEqual([true, false]);
  });

  it('asks no terminal while prompts are read', async () => {
    const io = fakeIo({ columns: 80, env: { HYPOTEZ_IMAGES: '' }, piped: 'a fox' });
    await run(['generate', '--stdin'], io, fakeServices(async function* paint(generation) { yield pixelResponse(generation); }));
    expect(io.stderr.text).not.toContain('\u001b[c');
  });

  it('goes on with the previews of one picture when another one is finished', async () => {
    const io = fakeIo({ columns: 80, env: { HYPOTEZ_IMAGES: 'kitty' } });
    expect(await run(['generate', 'a fox', '-n', '2', '--seed', '1', '--preview'], io, fakeServices(async function* paint(generation) {
      if (generation.seed === 2) {
        // The first picture lies on the disk by then, and its place on the screen is its own.
        while (drawnNumbers(io).length < 1) await new Promise((resolve) => { setImmediate(resolve); });
        yield preview(async () => samplePicture('png', 64));
        while (drawnNumbers(io).length < 2) await new Promise((resolve) => { setImmediate(resolve); });
      }
      yield pixelResponse(generation);
    }))).toBe(0);
    const [first, second, third] = drawnNumbers(io);
    expect([second === first, third === second]).toEqual([false, true]);
  });

  it('passes over a preview that cannot be fetched', async () => {
    const io = fakeIo({ columns: 80, env: { HYPOTEZ_IMAGES: 'kitty' } });
    expect(await run(['generate', 'a fox', '--preview'], io, fakeServices(async function* paint(generation) {
      yield preview(async () => { throw new NetworkError('Gone.'); });
      yield pixelResponse(generation);
    }))).toBe(0);
    expect(io.stderr.text).not.toContain('Gone.');
    expect(drawnNumbers(io)).toHaveLength(1);
  });

  it('does not wait for a preview when the picture is there', async () => {
    const io = fakeIo({ columns: 80, env: { HYPOTEZ_IMAGES: 'kitty' } });
    let ended: unknown;
    expect(await run(['generate', 'a fox', '--preview'], io, fakeServices(async function* paint(generation) {
      yield new ImagePreview({
        urls: ['https://fake.example/0.png'], alt: 'a fox', provider: 'fake', model: 'fake-painter',
        download: (_url, { signal }) => new Promise((_resolve, reject) => { signal?.addEventListener('abort', () => { ended = 'aborted'; reject(new Error('aborted')); }); }),
      });
      yield pixelResponse(generation);
    }))).toBe(0);
    expect(ended).toBe('aborted');
  });

  it('takes an unfinished picture away when the run fails', async () => {
    const io = fakeIo({ columns: 80, env: { HYPOTEZ_IMAGES: 'kitty' } });
    const script = previewing(io, 1, () => samplePicture('png', 64));
    expect(await run(['generate', 'a fox', '--preview'], io, fakeServices(async function* paint(generation) {
      for await (const event of script(generation)) {
        if (event.type === 'image') throw new NetworkError('Gone.');
        yield event;
      }
    }))).toBe(40);
    expect(io.stderr.text).toContain(`a=d,d=I,i=${drawnNumbers(io)[0] ?? 'none'}`);
    expect((await io.screen.text()).split('\n')[0]).toBe('Gone.');
  });
});
