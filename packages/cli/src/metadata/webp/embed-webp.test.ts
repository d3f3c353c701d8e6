import { describe, expect, it } from 'vitest';
import { WEBP_EXTENDED, WEBP_LOSSLESS, WEBP_LOSSLESS_ALPHA, WEBP_LOSSY } from '../../testing/picture-fixtures.ts';
import { embedWebp } from './embed-webp.ts';
import { readWebp } from './read-webp.ts';
import { readWebpChunks, writeWebpChunks } from './webp-chunks.ts';

const STANDARD = { description: 'a fox', system: 'p/m', software: 'hypotez 1' };

/** Flags and sides of the canvas as RFC 9649 lays them out. */
function canvas(file: Uint8Array): { readonly flags: number; readonly width: number; readonly height: number } {
  const header = Buffer.from(file.subarray(20, 30));
  return { flags: header.readUInt32LE(0), width: header.readUIntLE(4, 3) + 1, height: header.readUIntLE(7, 3) + 1 };
}

describe('embedWebp', () => {
  it.each([
    ['lossy', WEBP_LOSSY, 0x04, ['VP8X', 'VP8 ', 'XMP ']],
    ['lossless', WEBP_LOSSLESS, 0x04, ['VP8X', 'VP8L', 'XMP ']],
    ['lossless and transparent', WEBP_LOSSLESS_ALPHA, 0x14, ['VP8X', 'VP8L', 'XMP ']],
    ['extended already', WEBP_EXTENDED, 0x1c, ['VP8X', 'ALPH', 'VP8 ', 'EXIF', 'XMP ']],
  ])('makes an extended file of one that is %s', (_name, bytes, flags, types) => {
    const embedded = embedWebp(bytes, [['seed', '7']], STANDARD);
    expect(canvas(embedded)).toEqual({ flags, width: 5, height: 3 });
    expect(readWebpChunks(embedded).chunks.map(({ type }) => type)).toEqual(types);
    expect(Buffer.from(embedded).readUInt32LE(4)).toBe(embedded.length - 8);
    expect(readWebp(embedded)).toEqual([['seed', '7']]);
  });

  it('sets the flag of an extended file that had no XMP, and leaves the others', () => {
    const [header, ...rest] = readWebpChunks(WEBP_EXTENDED).chunks;
    const data = Uint8Array.from(header?.data ?? []);
    data[0] = 0x18;
    const bare = writeWebpChunks({ chunks: [{ type: 'VP8X', data }, ...rest.filter(({ type }) => type !== 'XMP ')], trailer: new Uint8Array() });
    expect(canvas(embedWebp(bare, [], STANDARD))).toEqual({ flags: 0x1c, width: 5, height: 3 });
  });

  it('reads sides of every size, but for the two bits that scale', () => {
    const large = Uint8Array.from(WEBP_LOSSY);
    new DataView(large.buffer).setUint16(26, 0x4000 | 16_383, true);
    new DataView(large.buffer).setUint16(28, 0x8000 | 300, true);
    expect(canvas(embedWebp(large, [], STANDARD))).toMatchObject({ width: 16_383, height: 300 });
  });

  it('keeps chunks that it does not know, and what follows the file', () => {
    const { chunks } = readWebpChunks(WEBP_EXTENDED);
    const strange = writeWebpChunks({ chunks: [...chunks, { type: 'ABCD', data: Uint8Array.of(1, 2, 3) }], trailer: Uint8Array.of(9, 9) });
    const embedded = embedWebp(strange, [], STANDARD);
    expect(readWebpChunks(embedded).chunks.at(-1)).toEqual({ type: 'ABCD', data: Uint8Array.of(1, 2, 3) });
    expect(embedded.subarray(-2)).toEqual(Uint8Array.of(9, 9));
  });

  it('keeps the title and the EXIF that are there', () => {
    const text = Buffer.from(embedWebp(WEBP_EXTENDED, [['seed', '7']], STANDARD)).toString('latin1');
    expect(text).toContain('kept title');
    expect(text).toContain('exif stays');
  });

  it('takes a file whose last chunk lacks its filling byte', () => {
    const odd = writeWebpChunks({ chunks: [...readWebpChunks(WEBP_LOSSLESS).chunks, { type: 'ABCD', data: Uint8Array.of(1) }], trailer: new Uint8Array() });
    const short = Uint8Array.from(odd.subarray(0, -1));
    new DataView(short.buffer).setUint32(4, short.length - 8, true);
    expect(readWebp(embedWebp(short, [['seed', '7']], STANDARD))).toEqual([['seed', '7']]);
  });

  it('refuses pixels that are none', () => {
    const strange = writeWebpChunks({ chunks: [{ type: 'VP8 ', data: new Uint8Array(20) }], trailer: new Uint8Array() });
    expect(() => embedWebp(strange, [], STANDARD)).toThrow('it does not begin with a picture');
    expect(() => embedWebp(writeWebpChunks({ chunks: [], trailer: new Uint8Array() }), [], STANDARD)).toThrow('it has no pixels');
  });
});
