import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { UnavailableError } from '../errors/unavailable-error.ts';
import { examplePlugin, type ExamplePlugin } from '../testing/example-plugin.ts';
import { exampleRegistry } from '../testing/example-registry.ts';
import { image, outcomeOf } from '../testing/example-run.ts';
import { IMAGE_FIXTURES } from '../testing/image-fixtures.ts';
import type { LoadedImages } from './load-input-images.ts';
import { loadOnce } from './load-once.ts';

const PNG = new Uint8Array(Buffer.from(IMAGE_FIXTURES.png, 'base64'));

async function pngFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hypotez-input-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'a.png');
  await writeFile(path, PNG);
  return path;
}

/** A plugin that does something, and then is not available. */
function failing(before: () => void | Promise<void>): ExamplePlugin {
  return examplePlugin('a', {
    generate: async function* () {
      await before();
      throw new UnavailableError('Full.');
      yield image();
    },
  });
}

describe('the input images of a run over several providers', () => {
  it('are read once: a file may be gone by the second attempt', async () => {
    const path = await pngFile();
    const [a, b] = [failing(() => rm(path)), examplePlugin('b')];
    const { events, error } = await outcomeOf(exampleRegistry([a, b]).registry.generate('sd-3.5', { prompt: 'x', images: [path] }));
    expect([events.at(-1)?.type, error]).toEqual(['image', undefined]);
    expect(b.generations[0]?.images[0]?.bytes).toEqual(PNG);
    expect(b.generations[0]?.images).toBe(a.generations[0]?.images);
  });

  it('are what they were at the first step, whatever is written to them afterwards', async () => {
    const bytes = PNG.slice();
    const url = new URL('data:image/png;base64,' + IMAGE_FIXTURES.png);
    const [a, b] = [failing(() => { bytes.fill(0); }), examplePlugin('b')];
    const run = exampleRegistry([a, b]).registry.generate('sd-3.5', { prompt: 'x', images: [bytes, url] });
    const first = run.next();
    bytes.fill(0);
    url.href = 'https://example.com/';
    await first;
    expect((await outcomeOf(run)).error).toBeUndefined();
    expect(b.generations[0]?.images.map((file) => file.bytes)).toEqual([PNG, PNG]);
  });

  it('are read anew in the next run with the same signal', async () => {
    const path = await pngFile();
    const a = examplePlugin('a');
    const { registry } = exampleRegistry([a]);
    const { signal } = new AbortController();
    const request = { prompt: 'x', images: [path], signal };
    await outcomeOf(registry.generate('sd-3.5', request));
    await outcomeOf(registry.resolve('sd-3.5').createAsyncGenerator(request));
    await rm(path);
    for (const run of [registry.generate('sd-3.5', request), registry.resolve('sd-3.5').createAsyncGenerator(request)]) {
      expect((await outcomeOf(run)).error).toMatchObject({ code: 'invalid_request', message: expect.stringContaining('images[0]') as string });
    }
    expect(a.generations).toHaveLength(2);
  });
});

it('a list of images that is none is refused by the check of the provider', async () => {
  for (const wrong of ['CANARY', {}, [undefined], null]) {
    const request = { prompt: 'x' };
    Reflect.set(request, 'images', wrong);
    const { error } = await outcomeOf(exampleRegistry([examplePlugin('a')]).registry.generate('sd-3.5', request));
    expect(error).toMatchObject({ code: 'invalid_request', message: expect.stringMatching(/^images(?:\[0\])? is /u) as string });
    expect(String(error)).not.toContain('CANARY');
  }
});

describe('loadOnce', () => {
  /** Something to load, and how often that was done. */
  function counted(fails = 0): { readonly load: () => Promise<LoadedImages>; readonly loads: () => number } {
    let loads = 0;
    return {
      load: () => {
        loads += 1;
        return loads > fails ? Promise.resolve({ images: [] }) : Promise.reject(new Error('no luck'));
      },
      loads: () => loads,
    };
  }

  it('loads once for a request, and anew for the next one with the same signal', async () => {
    const [{ load, loads }, { signal }] = [counted(), new AbortController()];
    const inputs = { images: [] };
    await Promise.all([loadOnce(inputs, signal, load), loadOnce(inputs, undefined, load)]);
    expect(loads()).toBe(1);
    await loadOnce({ images: [] }, signal, load);
    expect(loads()).toBe(2);
  });

  it('loads again after a failure', async () => {
    const { load, loads } = counted(1);
    const inputs = { images: [] };
    await expect(loadOnce(inputs, undefined, load)).rejects.toThrow('no luck');
    expect(await loadOnce(inputs, undefined, load)).toEqual({ images: [] });
    expect(loads()).toBe(2);
  });
});
