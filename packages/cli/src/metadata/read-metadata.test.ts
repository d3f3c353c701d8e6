import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JPEG, JPEG_EXIF_XMP, PNG, WEBP_EXTENDED, WEBP_LOSSLESS } from '../testing/picture-fixtures.ts';
import { embedMetadata } from './embed-metadata.ts';
import { MetadataError } from './metadata-error.ts';
import type { PictureMetadata } from './picture-metadata.ts';
import { makePngText } from './png/png-text.ts';
import { readMetadata } from './read-metadata.ts';

const METADATA: PictureMetadata = { prompt: 'a fox', model: 'm', provider: 'p', version: '1', seed: 7 };

/** A PNG with these fields instead of hypotez's own. */
function pngWith(fields: Readonly<Record<string, string>>): Uint8Array {
  const texts = Object.entries(fields).map(([name, text]) => makePngText({ keyword: `hypotez ${name}`, text }));
  return new Uint8Array(Buffer.concat([PNG.subarray(0, 33), ...texts, PNG.subarray(33)]));
}

const REQUIRED = { prompt: 'a fox', model: 'm', provider: 'p', version: '1' };

describe('readMetadata', () => {
  it('gives nothing where a field that is always written is missing', () => {
    expect(readMetadata(pngWith(REQUIRED))).toEqual(REQUIRED);
    for (const missing of Object.keys(REQUIRED)) {
      const incomplete = Object.fromEntries(Object.entries(REQUIRED).filter(([name]) => name !== missing));
      expect(readMetadata(pngWith(incomplete))).toBeUndefined();
    }
  });

  it.each(['', ' ', 'NaN', '0x10', '1e999', '1;rm', 'Infinity'])('passes over a seed of %j', (seed) => {
    expect(readMetadata(pngWith({ ...REQUIRED, seed }))?.seed).toBeUndefined();
  });

  it.each([
    ['["/etc/passwd","../../secret.png","https://user:CANARY@example.com/a.png?key=CANARY","a.png"]', ['passwd', 'secret.png', 'https://example.com/a.png', 'a.png']],
    ['[]', []],
    ['["a.png",5]', undefined],
    ['{"0":"a.png"}', undefined],
    ['a.png', undefined],
  ])('takes of the input images in %s only their names', (images, names) => {
    const metadata = readMetadata(pngWith({ ...REQUIRED, images, mask: '/pictures/mask.png' }));
    expect([metadata?.images, metadata?.mask]).toEqual([names, 'mask.png']);
  });

  it('passes over fields that it does not know', () => {
    expect(readMetadata(pngWith({ ...REQUIRED, __proto__x: 'y', constructor: 'z' }))).toEqual(REQUIRED);
  });

  it.each(['', 'GIF89a', '<html>', '\u0089PNG', 'RIFF1234WAVE'])('refuses a file that begins with %j', (beginning) => {
    expect(() => readMetadata(Uint8Array.from(Buffer.from(beginning, 'latin1')))).toThrow('The file is no PNG, WebP or JPEG.');
  });

  it('answers every damaged file with a MetadataError or with what is left, soon', () => {
    const whole = [
      embedMetadata(PNG, 'image/png', METADATA),
      embedMetadata(WEBP_LOSSLESS, 'image/webp', METADATA),
      embedMetadata(WEBP_EXTENDED, 'image/webp', METADATA),
      embedMetadata(JPEG, 'image/jpeg', METADATA),
      embedMetadata(JPEG_EXIF_XMP, 'image/jpeg', METADATA),
    ];
    const changes = fc.array(fc.record({ at: fc.nat(2500), byte: fc.nat(255) }), { maxLength: 6 });
    fc.assert(fc.property(fc.constantFrom(...whole), changes, fc.nat(2500), (file, edits, cut) => {
      const damaged = Uint8Array.from(file.subarray(0, Math.max(file.length - cut, 0)));
      for (const { at, byte } of edits) if (at < damaged.length) damaged[at] = byte;
      try {
        readMetadata(damaged);
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(MetadataError);
      }
    }), { numRuns: 3000 });
  });
});
