import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { BadImageError } from '../errors/bad-image-error.ts';
import { IMAGE_FIXTURES, imageBytes, type ImageFixture } from '../testing/image-fixtures.ts';
import { parseImage } from './parse-image.ts';

const FILES: readonly (readonly [ImageFixture, string, string])[] = [
  ['png', 'image/png', 'png'], ['jpeg', 'image/jpeg', 'jpg'], ['progressive jpeg', 'image/jpeg', 'jpg'], ['webp VP8', 'image/webp', 'webp'],
  ['webp VP8L', 'image/webp', 'webp'], ['webp VP8X', 'image/webp', 'webp'], ['gif', 'image/gif', 'gif'], ['animated gif', 'image/gif', 'gif'],
  ['avif', 'image/avif', 'avif'],
];
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A PNG that claims these sides, with a checksum that agrees. */
function pngOf(width: number, height: number): Uint8Array {
  const bytes = imageBytes('png');
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  view.setUint32(29, crc32(bytes.subarray(12, 29)));
  return bytes;
}

describe('parseImage', () => {
  it('has a fixture of every form', () => {
    expect(FILES.map(([name]) => name).toSorted()).toEqual(Object.keys(IMAGE_FIXTURES).toSorted());
  });

  it.each(FILES)('recognises %s as %s of 7 × 5 pixels and leaves its bytes alone', (name, mediaType, extension) => {
    const bytes = imageBytes(name);
    const image = parseImage(bytes);
    expect(image).toMatchObject({ mediaType, extension, width: 7, height: 5 });
    expect(image.bytes).toBe(bytes);
  });

  it.each(FILES)('recognises %s inside a larger buffer', (name) => {
    const bytes = imageBytes(name);
    const buffer = new Uint8Array(bytes.length + 64);
    buffer.set(bytes, 31);
    expect(parseImage(buffer.subarray(31, 31 + bytes.length))).toMatchObject({ width: 7, height: 5 });
  });

  it.each(FILES)('refuses every strict prefix of %s', (name) => {
    const bytes = imageBytes(name);
    const accepted = Array.from(bytes.keys()).filter((length) => {
      try {
        parseImage(bytes.slice(0, length));
        return true;
      } catch (thrown) {
        if (!(thrown instanceof BadImageError)) throw thrown;
        return false;
      }
    });
    expect(accepted).toEqual([]);
  });

  it('refuses a GIF that was cut at a byte that looks like its end', () => {
    const bytes = imageBytes('gif');
    // The trailer of GIF is one byte, 0x3b, which the palette and the packed pixels may hold as well.
    for (let length = 14; length < bytes.length; length += 1) {
      const cut = bytes.slice(0, length);
      cut[length - 1] = 0x3b;
      expect(() => parseImage(cut), `${length} bytes`).toThrow(BadImageError);
    }
  });

  it('says that an image is cut short', () => {
    expect(() => parseImage(imageBytes('png').slice(0, 60))).toThrow('The image (image/png, 60 bytes) is cut short.');
  });

  it.each<[string, string, RegExp]>([
    ['an HTML page', '<!DOCTYPE html><html><body>Login</body></html>', /^Instead of an image came an HTML page\.$/u],
    ['an HTML page after white space', '\n\n  <html>', /an HTML page/u],
    ['an SVG picture', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', /an SVG or XML document/u],
    ['an XML document', '<?xml version="1.0"?><svg/>', /an SVG or XML document/u],
    ['a JSON object', '{"error": "not found"}', /a JSON text/u],
    ['a JSON list', '[1]', /a JSON text/u],
    ['nothing', '', /nothing, an empty answer/u],
    ['a plain text', 'rate limited', /12 bytes of no known image format \(PNG, JPEG, WebP, GIF, AVIF\)/u],
    ['another RIFF file', 'RIFF0000WAVEfmt 00000000000000000000000', /39 bytes of no known image format/u],
  ])('refuses %s and says what it was', (_name, text, message) => {
    expect(() => parseImage(bytesOf(text))).toThrow(BadImageError);
    expect(() => parseImage(bytesOf(text))).toThrow(message);
  });

  it('repeats nothing of the text that came instead', () => {
    expect(() => parseImage(bytesOf('CANARY text'))).toThrow(/^(?!.*CANARY)/u);
  });

  it.each([
    [0, 5], [7, 0], [16_385, 5], [7, 60_000], [0xffffffff, 0xffffffff],
  ])('refuses a PNG that claims %i × %i pixels', (width, height) => {
    expect(() => parseImage(pngOf(width, height))).toThrow(`The image claims to be ${width.toString()} × ${height.toString()} pixels; a side may have 1 to 16384.`);
  });

  it('takes sides of 16384 pixels, both of them: pixels are not counted', () => {
    expect(parseImage(pngOf(16_384, 16_384))).toMatchObject({ width: 16_384, height: 16_384 });
  });

  it('takes another longest side from its caller', () => {
    expect(parseImage(pngOf(20_000, 5), { maximumSide: 20_000 }).width).toBe(20_000);
    expect(() => parseImage(pngOf(7, 5), { maximumSide: 6 })).toThrow('a side may have 1 to 6.');
  });

  it('gives bytes that a Blob takes, also when other threads share those that came', () => {
    const shared = new Uint8Array(new SharedArrayBuffer(imageBytes('png').length));
    shared.set(imageBytes('png'));
    expect(new Blob([parseImage(shared).bytes]).size).toBe(shared.length);
  });

  it.each(FILES)('takes %s that is filled up behind its end', (name) => {
    const padded = new Uint8Array([...imageBytes(name), 0, 0, 0xff, 0x0d, 0x0a, 0x20]);
    // The boxes of an AVIF reach to the end of the file; there is no end before it.
    if (name === 'avif') expect(() => parseImage(padded)).toThrow(BadImageError);
    else expect(parseImage(padded)).toMatchObject({ width: 7, height: 5, bytes: padded });
  });

  it('takes a JPEG with further ones behind it, which have to be whole as well', () => {
    const several = new Uint8Array([...imageBytes('jpeg'), 0, 0xff, ...imageBytes('progressive jpeg'), 0, ...imageBytes('jpeg'), 0]);
    expect(parseImage(several)).toMatchObject({ width: 7, height: 5 });
    expect(() => parseImage(several.subarray(0, -10))).toThrow('is cut short');
  });

  it('finds the size of a JPEG behind other segments', () => {
    const bytes = imageBytes('jpeg');
    const comment = [0xff, 0xfe, 0x00, 0x06, 0xff, 0xc0, 0xff, 0xc0, 0xff, 0xff];
    expect(parseImage(new Uint8Array([0xff, 0xd8, ...comment, ...bytes.subarray(2)]))).toMatchObject({ width: 7, height: 5 });
  });

  it('is done with a JPEG whose segments lead nowhere', () => {
    const bytes = new Uint8Array(200_000).fill(0xff);
    bytes[1] = 0xd8;
    expect(() => parseImage(bytes)).toThrow(BadImageError);
    expect(() => parseImage(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xe0, 0, 0, 0, 0, 0, 0, 0xff, 0xd9]))).toThrow(BadImageError);
  });
});
