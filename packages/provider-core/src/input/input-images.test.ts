import { mkdtemp, mkdir, rm, writeFile, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { createProviderContext } from '../provider/create-provider-context.ts';
import type { ImageRequest } from '../request/image-request.ts';
import { ExampleProvider } from '../testing/example-provider.ts';
import { outcomeOf } from '../testing/example-run.ts';
import { IMAGE_FIXTURES } from '../testing/image-fixtures.ts';
import { inputOutcome } from '../testing/input-run.ts';
import { openHttp } from '../testing/open-http.ts';
import type { ImageInput } from './image-input.ts';
import { loadInputImages } from './load-input-images.ts';

const PNG = new Uint8Array(Buffer.from(IMAGE_FIXTURES.png, 'base64'));
const FILE = { bytes: PNG, mediaType: 'image/png', extension: 'png', width: 7, height: 5 };

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hypotez-input-'));
  await writeFile(join(folder, 'a.png'), PNG);
  await writeFile(join(folder, 'page.html'), '<html>CANARY-content</html>');
  await mkdir(join(folder, 'folder'));
  await symlink(join(folder, 'a.png'), join(folder, 'link'));
});
afterAll(() => rm(folder, { recursive: true }));

interface Asked {
  readonly provider: ExampleProvider;
  readonly error: unknown;
}

async function ask(request: ImageRequest): Promise<Asked> {
  const provider = new ExampleProvider(createProviderContext({ http: openHttp() }));
  const { error } = await outcomeOf(provider.createAsyncGenerator({ prompt: 'a cat', ...request }));
  return { provider, error };
}

describe('an input image', () => {
  it.each<[string, () => ImageInput]>([
    ['bytes', () => PNG],
    ['bytes in the middle of others', () => new Uint8Array([0, 0, ...PNG, 0]).subarray(2, 2 + PNG.length)],
    ['bytes in memory that others may write to', () => {
      const shared = new Uint8Array(new SharedArrayBuffer(PNG.length));
      shared.set(PNG);
      return shared;
    }],
    ['a Buffer', () => Buffer.from(PNG)],
    ['a Blob', () => new Blob([PNG])],
    ['a data: URL', () => `data:image/png;base64,${IMAGE_FIXTURES.png}`],
    ['a data: URL as a URL', () => new URL(`data:,${[...PNG].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')}`)],
    ['the path of a file', () => join(folder, 'a.png')],
    ['a link to a file', () => join(folder, 'link')],
  ])('may be %s', async (_what, input) => {
    const { provider: { generations: [generation] }, error } = await ask({ images: [input()], mask: input() });
    expect(error).toBeUndefined();
    expect(generation).toMatchObject({ images: [FILE], mask: FILE });
    expect(generation?.images[0]?.bytes.buffer).toBeInstanceOf(ArrayBuffer);
  });

  it('is none when the request has none', async () => {
    for (const images of [undefined, []]) {
      const { provider: { generations: [generation] } } = await ask({ images });
      expect([generation?.images, generation?.mask, generation?.strength]).toEqual([[], undefined, undefined]);
    }
  });
});

describe('an input that is no image', () => {
  it('is named with all others, and what came instead', async () => {
    const missing = join(folder, 'missing.png');
    const { provider, error } = await ask({ images: [PNG, missing, join(folder, 'page.html')], mask: join(folder, 'folder') });
    expect(error).toBeInstanceOf(InvalidRequestError);
    expect(error).toMatchObject({
      billed: 'no',
      problems: [
        { field: 'images[1]', value: `${JSON.stringify(missing)} (there is no such file)`, allowed: 'a whole PNG, JPEG, WebP, GIF or AVIF image' },
        { field: 'images[2]', value: expect.stringContaining('(instead of an image came an HTML page)') as string },
        { field: 'mask', value: expect.stringContaining('(it is a folder)') as string },
      ],
    });
    expect(provider.generations).toEqual([]);
  });
});

describe('an input above the limit of the application', () => {
  it.each<[string, () => ImageInput]>([['bytes', () => PNG], ['a Blob', () => new Blob([PNG])]])('is refused as %s', async (_what, input) => {
    const limits = { imageBytes: PNG.length - 1 };
    const { error, generation } = await inputOutcome({ images: [input()] }, { limits });
    expect(error).toMatchObject({ problems: [{ field: 'images[0]', value: `${PNG.length.toString()} bytes (it has more than ${limits.imageBytes.toString()} bytes (limits.imageBytes))` }] });
    expect(generation).toBeUndefined();
    expect((await inputOutcome({ images: [input()] }, { limits: { imageBytes: PNG.length } })).error).toBeUndefined();
  });
});

it('what fails because the run is over is no mistake of the request', async () => {
  const source = { http: openHttp(), signal: AbortSignal.abort('enough') };
  await expect(loadInputImages({ images: [join(folder, 'missing.png')] }, source)).rejects.toMatchObject({ code: 'aborted', cause: 'enough' });
});
