import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IMAGE_FIXTURES, imageBytes, type ImageFixture } from '../testing/image-fixtures.ts';
import { decodeDataUrl } from './decode-data-url.ts';
import { imageDataUrl } from './image-data-url.ts';
import { parseImage } from './parse-image.ts';

const LIMIT = 100 * 2 ** 20;
const FIXTURES = Object.keys(IMAGE_FIXTURES) as ImageFixture[];

describe('imageDataUrl', () => {
  it.each(FIXTURES)('names the media type of a %s, in base64 and in bytes', (name) => {
    const { mediaType } = parseImage(imageBytes(name));
    const url = `data:${mediaType};base64,${IMAGE_FIXTURES[name]}`;
    expect(imageDataUrl(IMAGE_FIXTURES[name])).toBe(url);
    expect(imageDataUrl(imageBytes(name))).toBe(url);
  });

  it('keeps any bytes as they are', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 1, maxLength: 20_000 }), (bytes) => {
      expect(decodeDataUrl(imageDataUrl(bytes) ?? '', LIMIT)).toEqual(bytes);
    }), { numRuns: 50 });
  });

  it('does not call something an image that begins like none', () => {
    expect(imageDataUrl(Buffer.from('<svg/>').toString('base64'))).toBe('data:application/octet-stream;base64,PHN2Zy8+');
  });

  it('goes by the content of a data: URL, not by what it claims', () => {
    expect(imageDataUrl(`data:image/webp;base64,${IMAGE_FIXTURES.png}`)).toBe(`data:image/png;base64,${IMAGE_FIXTURES.png}`);
  });

  it('takes base64 in lines', () => {
    const lines = IMAGE_FIXTURES.png.replace(/.{76}/gu, '$&\r\n');
    expect(imageDataUrl(lines)).toBe(`data:image/png;base64,${IMAGE_FIXTURES.png}`);
  });

  it.each(['', ' \n', 'data:image/png;base64,', '"><script>', 'iVBORw0KGgo,', 'https://example.com/a.png', 'iVBORw0KGgo\u{202e}', 'iVBORw0KGgo\u{212a}'])('takes no base64 from %j', (content) => {
    expect(imageDataUrl(content)).toBeUndefined();
  });

  it('takes no bytes of nothing', () => {
    expect(imageDataUrl(new Uint8Array())).toBeUndefined();
  });

  it('takes 64 MiB without overflowing the stack', () => {
    expect(imageDataUrl('A'.repeat(64 * 2 ** 20))).toHaveLength(64 * 2 ** 20 + 'data:application/octet-stream;base64,'.length);
    expect(imageDataUrl(`${'A'.repeat(64 * 2 ** 20)}!`)).toBeUndefined();
  });
});
