import type { ImageFile } from '@hypotez/provider-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JPEG, JPEG_EXIF_XMP, PNG, WEBP_EXTENDED, WEBP_LOSSLESS, WEBP_LOSSLESS_ALPHA, WEBP_LOSSY } from '../testing/picture-fixtures.ts';
import { embedMetadata } from './embed-metadata.ts';
import { readJpegSegments } from './jpeg/jpeg-segments.ts';
import { MetadataError } from './metadata-error.ts';
import type { PictureMetadata } from './picture-metadata.ts';
import { pngChunks } from './png/png-chunks.ts';
import { readMetadata } from './read-metadata.ts';
import { readWebpChunks } from './webp/webp-chunks.ts';

const PICTURES: readonly (readonly [name: string, mediaType: ImageFile['mediaType'], bytes: Uint8Array])[] = [
  ['PNG', 'image/png', PNG],
  ['lossy WebP', 'image/webp', WEBP_LOSSY],
  ['lossless WebP', 'image/webp', WEBP_LOSSLESS],
  ['lossless WebP with transparency', 'image/webp', WEBP_LOSSLESS_ALPHA],
  ['extended WebP with EXIF and XMP', 'image/webp', WEBP_EXTENDED],
  ['JPEG', 'image/jpeg', JPEG],
  ['JPEG with EXIF and XMP', 'image/jpeg', JPEG_EXIF_XMP],
];

const METADATA: PictureMetadata = {
  prompt: 'a "fox" & <wolf>\n— лиса 🦊',
  negativePrompt: 'fog',
  model: 'painter-1',
  provider: 'painters',
  seed: 2_147_483_647,
  width: 1024,
  height: 768,
  aspectRatio: '4:3',
  guidanceScale: 4.5,
  numInferenceSteps: 28,
  images: ['fox, "the first".png', 'лиса.jpg', 'https://example.com/den.webp'],
  mask: 'mask.png',
  strength: 0.35,
  url: 'https://owner-space.hf.space/path',
  version: '0.1.0',
};

const text = fc.string({ unit: 'binary' });
const optionalText = fc.option(text, { nil: undefined });
const optionalNumber = fc.option(fc.nat(), { nil: undefined });
/** The name of a file as it can be given: not empty, no path and no URL. */
const fileName = text.filter((name) => name !== '' && !/^https?:/iu.test(name) && !name.includes('/'));
const anyMetadata: fc.Arbitrary<PictureMetadata> = fc.record({
  prompt: text,
  negativePrompt: optionalText,
  model: text,
  provider: text,
  seed: optionalNumber,
  width: optionalNumber,
  height: optionalNumber,
  aspectRatio: optionalText,
  guidanceScale: fc.option(fc.double({ noDefaultInfinity: true, noNaN: true }).map((number) => number + 0), { nil: undefined }),
  numInferenceSteps: optionalNumber,
  images: fc.option(fc.array(fileName), { nil: undefined }),
  mask: fc.option(fileName, { nil: undefined }),
  strength: fc.option(fc.constantFrom(0, 0.25, 1), { nil: undefined }),
  url: fc.constantFrom(undefined, 'https://a-b.hf.space', 'http://127.0.0.1:7860/x'),
  embedded: fc.constantFrom(undefined, true),
  version: text,
});

/** The parts of a file that hold its pixels. */
function pixels(bytes: Uint8Array): readonly Uint8Array[] {
  if (bytes[0] === 0x89) return Array.from(pngChunks(bytes)).filter(({ type }) => type === 'IDAT' || type === 'IHDR').map((chunk) => chunk.bytes);
  if (bytes[0] === 0xff) return [readJpegSegments(bytes).pixels, ...readJpegSegments(bytes).segments.filter(({ marker }) => marker < 0xe0).map((segment) => segment.bytes)];
  return readWebpChunks(bytes).chunks.filter(({ type }) => /^(?:VP8 |VP8L|ALPH)$/u.test(type)).map(({ data }) => data);
}

describe.each(PICTURES)('embedMetadata, %s', (_name, mediaType, bytes) => {
  it('gives back what was embedded', () => {
    expect(readMetadata(bytes)).toBeUndefined();
    expect(readMetadata(embedMetadata(bytes, mediaType, METADATA))).toEqual(METADATA);
  });

  it('gives back any text and any number', () => {
    fc.assert(fc.property(anyMetadata, (metadata) => {
      expect(readMetadata(embedMetadata(bytes, mediaType, metadata))).toEqual(metadata);
    }));
  });

  it('leaves the pixels as they are', () => {
    const before = pixels(bytes);
    expect(before.length).toBeGreaterThan(0);
    expect(pixels(embedMetadata(bytes, mediaType, METADATA))).toEqual(before);
  });

  it('makes the same bytes of the same metadata, and of a second embedding only that of the second', () => {
    const other = { prompt: 'another', model: 'm', provider: 'p', version: '2' };
    const once = embedMetadata(bytes, mediaType, METADATA);
    expect(embedMetadata(bytes, mediaType, METADATA)).toEqual(once);
    expect(readMetadata(embedMetadata(once, mediaType, other))).toEqual(other);
  });

  it('refuses a file that is cut off anywhere, and changes nothing of the given one', () => {
    const original = Uint8Array.from(bytes);
    const end = mediaType === 'image/jpeg' ? bytes.length - readJpegSegments(bytes).pixels.length : bytes.length;
    for (let length = 0; length < end; length += 1) {
      expect(() => embedMetadata(bytes.subarray(0, length), mediaType, METADATA)).toThrow(MetadataError);
    }
    expect(bytes).toEqual(original);
  });
});

describe('embedMetadata', () => {
  it('writes no user, password or query of an address', () => {
    const secret = { ...METADATA, url: 'https://user:password@owner-space.hf.space/path?__sign=token#hf_token' };
    const file = embedMetadata(PNG, 'image/png', secret);
    expect(readMetadata(file)?.url).toBe('https://owner-space.hf.space/path');
    expect(Buffer.from(file).toString('latin1')).not.toMatch(/password|token/u);
  });

  it('refuses a GIF and an AVIF', () => {
    expect(() => embedMetadata(Uint8Array.from(Buffer.from('GIF89a')), 'image/gif', METADATA)).toThrow('A GIF file has no place');
    expect(() => embedMetadata(Uint8Array.from(Buffer.from('....ftypavif')), 'image/avif', METADATA)).toThrow('not written into AVIF files');
  });
});
