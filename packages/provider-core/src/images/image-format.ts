import type { ImageSize } from '../sizes/size-bounds.ts';

/** An image format that is recognised, and what its bytes say of it. */
export interface ImageFormat extends ImageSize {
  /** Media type, such as `image/png`. */
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif';
  /** Usual ending of a file name, without the dot. */
  readonly extension: 'png' | 'jpg' | 'webp' | 'gif';
  /** Whether the bytes reach to the format's own end; a download that was cut short does not. */
  readonly whole: boolean;
}

/**
 * Recognises PNG, JPEG, WebP and GIF by their bytes; `undefined` for everything else.
 *
 * The `Content-Type` of a server is not asked: error pages come as `image/png`, and Gradio names no type at all.
 */
export function imageFormat(bytes: Uint8Array): ImageFormat | undefined {
  return png(bytes) ?? webp(bytes) ?? jpeg(bytes) ?? gif(bytes);
}

function ascii(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function png(bytes: Uint8Array): ImageFormat | undefined {
  if (bytes.length < 33 || bytes[0] !== 0x89 || ascii(bytes, 1, 8) !== 'PNG\r\n\u001a\n') return undefined;
  const data = view(bytes);
  const whole = ascii(bytes, bytes.length - 8, bytes.length - 4) === 'IEND';
  return { mediaType: 'image/png', extension: 'png', width: data.getUint32(16), height: data.getUint32(20), whole };
}

function gif(bytes: Uint8Array): ImageFormat | undefined {
  if (bytes.length < 14 || !/^GIF8[79]a$/u.test(ascii(bytes, 0, 6))) return undefined;
  const data = view(bytes);
  const whole = gifEnd(bytes) <= bytes.length;
  return { mediaType: 'image/gif', extension: 'gif', width: data.getUint16(6, true), height: data.getUint16(8, true), whole };
}

/**
 * Walks over the blocks of a GIF file (version 89a) to the byte behind its trailer; infinity when there is
 * none, or no image before it.
 *
 * The trailer is the single byte `;`, which palettes and packed pixels hold as well: the last byte alone proves nothing.
 */
function gifEnd(bytes: Uint8Array): number {
  const paletteBytes = (flags: number | undefined = 0): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 0x07) + 1));
  let hasImage = false;
  let offset = 13 + paletteBytes(bytes[10]);
  while (offset < bytes.length) {
    const block = bytes[offset];
    if (block === 0x3b) return hasImage ? offset + 1 : Infinity;
    // An extension, an image, or something that GIF does not have.
    if (block === 0x21) offset += 2;
    else if (block === 0x2c) offset += 11 + paletteBytes(bytes[offset + 9]);
    else return Infinity;
    hasImage ||= block === 0x2c;
    for (let size = bytes[offset]; size !== undefined && size !== 0; size = bytes[offset]) offset += 1 + size;
    offset += 1;
  }
  return Infinity;
}

function webp(bytes: Uint8Array): ImageFormat | undefined {
  if (bytes.length < 30 || ascii(bytes, 0, 4) !== 'RIFF' || ascii(bytes, 8, 12) !== 'WEBP') return undefined;
  const data = view(bytes);
  const whole = bytes.length >= data.getUint32(4, true) + 8;
  const size = webpSize(ascii(bytes, 12, 16), data);
  return size === undefined ? undefined : { mediaType: 'image/webp', extension: 'webp', ...size, whole };
}

/** Sides of a WebP image, by its first chunk (RFC 9649). */
function webpSize(chunk: string, data: DataView): ImageSize | undefined {
  if (chunk === 'VP8 ') return { width: data.getUint16(26, true) & 0x3fff, height: data.getUint16(28, true) & 0x3fff };
  if (chunk === 'VP8L') {
    const bits = data.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (chunk !== 'VP8X') return undefined;
  return { width: (data.getUint32(24, true) & 0xffffff) + 1, height: (data.getUint32(26, true) >>> 8) + 1 };
}

function jpeg(bytes: Uint8Array): ImageFormat | undefined {
  if (bytes.length < 4 || bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[2] !== 0xff) return undefined;
  const size = jpegSize(view(bytes));
  const whole = bytes.at(-2) === 0xff && bytes.at(-1) === 0xd9;
  return size === undefined ? undefined : { mediaType: 'image/jpeg', extension: 'jpg', ...size, whole };
}

/** Walks over the segments of a JPEG file to the frame header, which holds the sides. */
function jpegSize(data: DataView): ImageSize | undefined {
  let offset = 2;
  while (offset + 9 < data.byteLength && data.getUint8(offset) === 0xff) {
    const marker = data.getUint8(offset + 1);
    // C4, C8 and CC lie among the frame headers, but are tables and an extension.
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { height: data.getUint16(offset + 5), width: data.getUint16(offset + 7) };
    offset += marker === 0xff ? 1 : 2 + data.getUint16(offset + 2);
  }
  return undefined;
}
