import { describe, expect, it } from 'vitest';
import { JPEG, JPEG_EXIF_XMP } from '../../testing/picture-fixtures.ts';
import { MetadataError } from '../metadata-error.ts';
import { embedJpeg } from './embed-jpeg.ts';
import { makeJpegSegment, readJpegSegments } from './jpeg-segments.ts';
import { makeXmpSegment } from './jpeg-xmp.ts';
import { readJpeg } from './read-jpeg.ts';

const STANDARD = { description: 'a fox', system: 'p/m', software: 'hypotez 1' };

/** Marker and beginning of each segment. */
function outline(file: Uint8Array): readonly string[] {
  return readJpegSegments(file).segments.map(({ marker, data }) => `${marker.toString(16)} ${/^[\x20-\x7e]*/u.exec(Buffer.from(data).toString('latin1'))?.[0] ?? ''}`.trim());
}

describe('embedJpeg', () => {
  it('puts XMP behind JFIF and EXIF', () => {
    expect(outline(embedJpeg(JPEG, [], STANDARD)).slice(0, 3)).toEqual(['e0 JFIF', 'e1 http://ns.adobe.com/xap/1.0/', 'fe comment stays']);
    const withoutXmp = Uint8Array.from(Buffer.concat([JPEG.subarray(0, 20), makeJpegSegment(0xe1, Buffer.from('Exif\0\0MM')).bytes, JPEG.subarray(20)]));
    expect(outline(embedJpeg(withoutXmp, [], STANDARD)).slice(0, 3)).toEqual(['e0 JFIF', 'e1 Exif', 'e1 http://ns.adobe.com/xap/1.0/']);
  });

  it('puts it into the XMP that is there, which stays in its place', () => {
    const embedded = embedJpeg(JPEG_EXIF_XMP, [['seed', '7']], STANDARD);
    expect(outline(embedded)).toEqual(outline(JPEG_EXIF_XMP));
    expect(readJpeg(embedded)).toEqual([['seed', '7']]);
    const text = Buffer.from(embedded).toString('latin1');
    expect(text).toContain('kept title');
    expect(text).toContain('exif stays');
  });

  it('takes filling bytes before a marker', () => {
    const filled = Uint8Array.from(Buffer.concat([JPEG.subarray(0, 2), Uint8Array.of(0xff, 0xff), JPEG.subarray(2)]));
    expect(embedJpeg(filled, [], STANDARD)).toEqual(embedJpeg(JPEG, [], STANDARD));
  });

  it('refuses more text than a segment holds', () => {
    expect(() => embedJpeg(JPEG, [['prompt', 'x'.repeat(65_000)]], STANDARD)).toThrow(/^The metadata has \d+ bytes; a JPEG file can hold 65533\.$/u);
    expect(makeXmpSegment(new Uint8Array(65_533 - 29)).bytes).toHaveLength(65_537);
  });

  it.each([
    ['a length of 1', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 1, 0xff, 0xda)],
    ['a length beyond the file', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff, 0)],
    ['nothing but filling bytes', new Uint8Array(1000).fill(0xff)],
    ['no pixels', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 2, 0xff, 0xd9)],
  ])('refuses %s', (_name, bytes) => {
    expect(() => embedJpeg(bytes, [], STANDARD)).toThrow(MetadataError);
  });
});
