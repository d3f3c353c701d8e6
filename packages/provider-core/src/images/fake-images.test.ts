import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { BadImageError } from '../errors/bad-image-error.ts';
import { imageBytes, type ImageFixture } from '../testing/image-fixtures.ts';
import { parseImage } from './parse-image.ts';

type Body = Uint8Array | string;
const bytesOf = (body: Body): Uint8Array => (typeof body === 'string' ? Buffer.from(body, 'latin1') : body);
const joined = (...parts: readonly Body[]): Uint8Array => new Uint8Array(Buffer.concat(parts.map(bytesOf)));
/** A fixture with some of its bytes replaced. */
const changed = (name: ImageFixture, offset: number, part: Body): Uint8Array => {
  const bytes = imageBytes(name);
  bytes.set(bytesOf(part), offset);
  return bytes;
};
const uint32 = (value: number): Uint8Array => new Uint8Array([value >>> 24, value >>> 16, value >>> 8, value]);
const uint32Little = (value: number): Uint8Array => uint32(value).reverse();
const chunk = (type: string, content: Body = ''): Uint8Array => {
  const named = joined(type, content);
  return joined(uint32(named.length - 4), named, uint32(crc32(named)));
};
const box = (kind: string, content: Body = ''): Uint8Array => joined(uint32(bytesOf(content).length + 8), kind, content);
const riff = (content: Body): Uint8Array => joined('RIFF', uint32Little(bytesOf(content).length + 4), 'WEBP', content);

const SIGNATURE = '\x89PNG\r\n\x1a\n';
const IHDR = chunk('IHDR', imageBytes('png').subarray(16, 29));
const SCRIPT = '<script>alert(1)</script>';
const ZIP = 'PK\x03\x04\x14\x00\x00\x00\x08\x00';
const FTYP = box('ftyp', 'avif\0\0\0\0mif1');

/** Bodies that came with 200 and `image/png`, and what is said about them. */
const FAKES: readonly (readonly [what: string, body: Body, words: RegExp])[] = [
  ['nothing', '', /nothing, an empty answer/u],
  ['a blank', ' ', /1 bytes of no known image format/u],
  ['an HTML page', '<!DOCTYPE html><title>Just a moment...</title>', /an HTML page/u],
  ['an HTML page behind a byte order mark', '\xef\xbb\xbf\n<html lang="en">', /an HTML page/u],
  ['an HTML comment', '<!-- 503 --><h1>busy</h1>', /an HTML page/u],
  ['an SVG picture', '<svg xmlns="http://www.w3.org/2000/svg" width="7" height="5"/>', /an SVG or XML/u],
  ['an SVG picture behind an XML declaration', '<?xml version="1.0"?>\n<svg/>', /an SVG or XML/u],
  ['an XML error of a storage service', '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>', /an SVG or XML/u],
  ['a JSON error', '{"detail":"Not Found"}', /a JSON text/u],
  ['a JSON list', ' [{"b64_json":"iVBORw0KGgo"}]', /a JSON text/u],
  ['a plain text', 'Too Many Requests', /no known image format/u],
  ['an image in base64', Buffer.from(imageBytes('png')).toString('base64'), /no known image format/u],
  ['a data: URL', `data:image/png;base64,${Buffer.from(imageBytes('png')).toString('base64')}`, /no known image format/u],
  ['an event stream', 'event: complete\ndata: [null]\n\n', /no known image format/u],
  ['a PDF document', '%PDF-1.7\n%\xe2\xe3', /a PDF document/u],
  ['a ZIP archive', ZIP, /a ZIP archive/u],
  ['a gzipped image', '\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03', /no known image format/u],
  ['a BMP picture', `BM${'\0'.repeat(60)}`, /a BMP picture, which is not taken/u],
  ['a TIFF picture', 'II\x2a\x00\x08\x00\x00\x00', /a TIFF picture, which is not taken/u],
  ['a HEIC picture', box('ftyp', 'heic\0\0\0\0mif1heic'), /a HEIC picture, which is not taken/u],
  ['a film', box('ftyp', 'isom\0\0\0\0mp42'), /a film/u],
  ['a sound', riff('').fill(0x20, 8, 12), /no known image format/u],
  ['zeros', new Uint8Array(1000), /no known image format/u],
  ['an image behind a line feed', joined('\n', imageBytes('png')), /no known image format/u],
  ['an image whose line feeds were converted', joined(SIGNATURE.replace('\r\n', '\n'), imageBytes('png').subarray(8)), /no known image format/u],
  ['the signature of a PNG', SIGNATURE, /cut short/u],
  ['the header of a PNG', joined(SIGNATURE, IHDR), /cut short/u],
  ['a PNG without pixels', joined(SIGNATURE, IHDR, chunk('IEND')), /has no pixels/u],
  ['a PNG without a header', joined(SIGNATURE, chunk('IDAT', 'x'), chunk('IEND')), /chunks are not those of a PNG/u],
  ['a PNG with two headers', joined(SIGNATURE, IHDR, IHDR, chunk('IDAT', 'x'), chunk('IEND')), /chunks are not those of a PNG/u],
  ['a PNG with a short header', joined(SIGNATURE, chunk('IHDR', '\0\0\0\x07'), chunk('IDAT', 'x'), chunk('IEND')), /chunks are not those of a PNG/u],
  ['a PNG with a wrong checksum of its header', changed('png', 29, '\0\0\0\0'), /checksum of its chunk IHDR is wrong/u],
  ['a PNG with a byte of its pixels changed', changed('png', 45, '\x55'), /checksum of its chunk IDAT is wrong/u],
  ['a PNG with a wrong checksum of its end', changed('png', imageBytes('png').length - 4, '\0\0\0\0'), /checksum of its chunk IEND is wrong/u],
  ['a PNG with a length beyond its end', changed('png', 33, '\x7f\xff\xff\xff'), /cut short/u],
  ['a PNG with a negative length', changed('png', 33, '\xff\xff\xff\xff'), /cut short/u],
  ['a PNG with a chunk that has no name', joined(SIGNATURE, IHDR, chunk('\x1b[2J', 'x'), chunk('IEND')), /chunks are not those of a PNG/u],
  ['a PNG of 60000 × 60000 pixels', joined(SIGNATURE, chunk('IHDR', '\0\0\xea\x60\0\0\xea\x60\x08\x02\0\0\0'), chunk('IDAT', 'x'), chunk('IEND')), /claims to be 60000 × 60000 pixels/u],
  ['a PNG with a page behind it', joined(imageBytes('png'), SCRIPT), /something else follows behind its end/u],
  ['a PNG with an archive behind it', joined(imageBytes('png'), ZIP), /something else follows behind its end/u],
  ['a PNG with a PNG behind it', joined(imageBytes('png'), imageBytes('png')), /something else follows behind its end/u],
  ['the beginning of a JPEG', '\xff\xd8\xff', /cut short/u],
  ['a JPEG of markers', '\xff\xd8\xff\xd9', /has no pixels/u],
  ['a JPEG without pixels', joined(imageBytes('jpeg').subarray(0, 20), '\xff\xd9'), /has no pixels/u],
  ['a JPEG of sides alone', '\xff\xd8\xff\xc0\x00\x0b\x08\x00\x05\x00\x07\x01\x01\x11\x00\xff\xd9', /has no pixels/u],
  ['a JPEG header in front of a page', `\xff\xd8\xff\xe0\x00\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0${SCRIPT}\xff\xd9`, /segments are not those of a JPEG/u],
  ['a JPEG with a segment of no length', '\xff\xd8\xff\xe0\x00\x00\xff\xd9', /segments are not those of a JPEG/u],
  ['a JPEG with a script behind it', joined(imageBytes('jpeg'), SCRIPT), /something else follows behind its end/u],
  ['a JPEG with an archive behind it', joined(imageBytes('jpeg'), ZIP), /something else follows behind its end/u],
  ['a JPEG with half a JPEG behind it', joined(imageBytes('jpeg'), imageBytes('jpeg').subarray(0, 100)), /cut short/u],
  ['a GIF of one line', 'GIF89a;', /cut short/u],
  ['a GIF that is a script', `GIF89a/*${'\0'.repeat(8)}*/=alert(1)//;`, /blocks are not those of a GIF/u],
  ['a GIF without pixels', 'GIF89a\x07\0\x05\0\0\0\0;', /has no pixels/u],
  ['a GIF with an image that is empty', 'GIF89a\x07\0\x05\0\0\0\0,\0\0\0\0\x07\0\x05\0\0\x02\0;', /has no pixels/u],
  ['a GIF with a page behind it', joined(imageBytes('gif'), SCRIPT), /something else follows behind its end/u],
  ['a WebP without chunks', riff(''), /cut short/u],
  ['a WebP with an unknown first chunk', riff(joined('EXIF', uint32Little(8), '\0'.repeat(8))), /first chunk is not that of a WebP/u],
  ['a WebP without pixels', riff(imageBytes('webp VP8X').subarray(12, 30)), /has no pixels/u],
  ['a WebP whose chunk passes its end', changed('webp VP8L', 16, uint32Little(0x30)), /chunks do not fit into it/u],
  ['a WebP that is longer than it is', changed('webp VP8', 4, uint32Little(0x48)), /cut short/u],
  ['a WebP without its start code', changed('webp VP8', 23, '\0\0\0'), /first chunk is not that of a WebP/u],
  ['a WebP with a page behind it', joined(imageBytes('webp VP8'), SCRIPT), /something else follows behind its end/u],
  ['the brands of an AVIF', FTYP, /cut short/u],
  ['an AVIF without pixels', imageBytes('avif').subarray(0, 242), /cut short/u],
  ['an AVIF without sides', joined(FTYP, box('meta', '\0\0\0\0'), box('mdat', 'x')), /tells no size/u],
  ['an AVIF whose last box has no length', joined(FTYP, box('meta', '\0\0\0\0'), '\0\0\0\0mdatx'), /boxes are not those of an AVIF/u],
  ['an AVIF whose boxes do not fit', joined(FTYP, box('meta', joined('\0\0\0\0', uint32(16), 'iprp')), box('mdat', 'x'.repeat(30))), /boxes do not fit into each other/u],
  ['an AVIF with a page behind it', joined(imageBytes('avif'), SCRIPT), /boxes are not those of an AVIF|cut short/u],
  ['an AVIF of boxes in boxes', joined(FTYP, nested(10_000)), /tells no size|cut short/u],
];

/** Boxes `meta` inside each other, which a careless reader would follow until its stack is full. */
function nested(depth: number): Uint8Array {
  const bytes = new Uint8Array(depth * 12);
  for (let level = 0; level < depth; level += 1) bytes.set(joined(uint32((depth - level) * 12), 'meta'), level * 12);
  return bytes;
}

describe('a body that is no image', () => {
  it.each(FAKES)('is refused when it is %s', (_what, body, words) => {
    const parse = (): unknown => parseImage(bytesOf(body));
    expect(parse).toThrow(BadImageError);
    expect(parse).toThrow(words);
  });

  it.each(FAKES)('shows nothing of itself in the error when it is %s', (_what, body) => {
    expect(() => parseImage(joined(body))).toThrow(/^[\w\s,.:;()/×'-]*$/u);
  });
});
