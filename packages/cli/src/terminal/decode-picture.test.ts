import sharp from 'sharp';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Settings } from '../configuration/settings.ts';
import { fakeIo } from '../testing/fake-io.ts';
import { FIELDS, colourDifference, fieldColours, samplePicture } from '../testing/sample-picture.ts';
import { createPictureRenderer } from './create-picture-renderer.ts';
import { loadPictureDecoder } from './decode-picture.ts';

const SIZE = { width: 40, height: 20 };

describe('the decoder of pictures', () => {
  afterEach(() => { vi.doUnmock('sharp'); });

  it.each(['png', 'jpeg', 'webp', 'avif'] as const)('scales a %s to the size that is wanted', async (format) => {
    const decoder = await loadPictureDecoder();
    const { bytes } = await samplePicture(format, 100);
    expect(await sharp(await decoder?.png(bytes, SIZE)).metadata()).toMatchObject({ format: 'png', ...SIZE });
    const pixels = (await decoder?.pixels(bytes, SIZE)) ?? new Uint8Array();
    expect(pixels).toHaveLength(40 * 20 * 4);
    expect(colourDifference(fieldColours(pixels, SIZE), FIELDS)).toBeLessThan(12);
  });

  it('refuses what is no whole picture', async () => {
    const decoder = await loadPictureDecoder();
    const { bytes } = await samplePicture('png', 100);
    await expect(decoder?.pixels(bytes.subarray(0, bytes.length - 20), SIZE)).rejects.toThrow();
  });

  it('is missing where the optional package is, which is said', async () => {
    vi.doMock('sharp', () => { throw new Error('not installed'); });
    expect(await loadPictureDecoder()).toBeUndefined();
    const io = fakeIo({ columns: 80, env: { HYPOTEZ_IMAGES: 'kitty' } });
    expect(await createPictureRenderer(io, new Settings(io.env), false)).toEqual({ reason: 'Pictures are not shown: the package sharp, which decodes them, is not installed.' });
  });
});
