import { InvalidRequestError, UnsupportedOptionError, type ImageRequest } from '@hypotez/provider-core';
import { examplePng, formOf, runToEnd } from '@hypotez/provider-testkit';
import { describe, expect, it } from 'vitest';
import { openService, providerAt, sentFields } from './testing/open-service.ts';
import { gif, png } from './testing/pictures.ts';

const REQUEST = { prompt: 'A lighthouse in winter', seed: 42, images: [png(64, 96)] } as const;
const FILE = ['image', `image.png (image/png, ${png(64, 96).length.toString()} bytes)`];

async function sent(request: ImageRequest): Promise<readonly (readonly [string, string])[]> {
  const service = await openService();
  expect((await runToEnd(providerAt(service), { ...REQUEST, ...request })).error).toBeUndefined();
  return sentFields(service);
}

describe('a picture made from another one', () => {
  it('is asked for with mode, strength and the bytes of the image, and without a ratio', async () => {
    expect(await sent({ strength: 0.35 })).toEqual([
      ['prompt', REQUEST.prompt], ['model', 'sd3.5-large'], ['mode', 'image-to-image'], ['strength', '0.35'], ['seed', '42'], FILE,
    ]);
  });

  it('has its bytes unchanged', async () => {
    const service = await openService();
    await runToEnd(providerAt(service), REQUEST);
    const [request] = service.requests;
    const file = request === undefined ? null : (await formOf(request)).get('image');
    expect(file instanceof File ? new Uint8Array(await file.arrayBuffer()) : file).toEqual(REQUEST.images[0]);
  });

  it.each([[{}, '0.7'], [{ strength: 0 }, '0'], [{ strength: 1 }, '1']])('has for %j the strength %s', async (fields, strength) => {
    expect(await sent(fields)).toContainEqual(['strength', strength]);
  });

  it.each(['sd-3.5-turbo', 'sd-3.5-medium'])('may be one of %s', async (model) => {
    expect(await sent({ model })).toContainEqual(FILE);
  });

  it('may be one of ultra, which has no mode, and takes a ratio where one is given', async () => {
    expect(await sent({ model: 'ultra' })).toEqual([['prompt', REQUEST.prompt], ['strength', '0.7'], ['seed', '42'], FILE]);
    expect(await sent({ model: 'ultra', aspectRatio: '16:9' })).toContainEqual(['aspect_ratio', '16:9']);
  });

  it.each([
    ['a ratio', { aspectRatio: '16:9' }, 'aspectRatio'],
    ['sides', { width: 1024, height: 1024 }, 'aspectRatio'],
    ['a model that takes none', { model: 'core' }, 'images'],
    ['two images', { images: [png(64, 64), png(64, 64)] }, 'images'],
    ['a mask', { mask: png(64, 64) }, 'mask'],
    ['an image that is too small', { images: [examplePng()] }, 'images[0]'],
    ['a GIF', { images: [gif()] }, 'images[0]'],
    ['no image at all', { images: [new TextEncoder().encode('<html>')] }, 'images[0]'],
    ['a strength above 1', { strength: 1.1 }, 'strength'],
    ['a strength and no image', { images: [], strength: 0.5 }, 'strength'],
  ])('is refused with %s, before anything is sent', async (_name, fields, field) => {
    const service = await openService();
    const { events, error } = await runToEnd(providerAt(service), { ...REQUEST, ...fields });
    expect(events).toEqual([]);
    expect(error).toBeInstanceOf(InvalidRequestError);
    expect(error).toMatchObject({ billed: 'no', provider: 'stability-api', problems: [{ field }] });
    expect(service.connections).toBe(0);
  });

  it.each([{ aspectRatio: '16:9' }, { images: [gif()] }, { model: 'core' }])('that only this service lacks is left to another provider: %j', async (fields) => {
    const { error } = await runToEnd(providerAt(await openService()), { ...REQUEST, ...fields });
    expect(error).toBeInstanceOf(UnsupportedOptionError);
  });
});
