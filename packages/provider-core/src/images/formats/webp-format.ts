import type { ImageSize } from '../../sizes/size-bounds.ts';
import type { ImageBytes } from '../image-bytes.ts';
import type { ImageFormat } from '../image-format.ts';

/** Chunks that hold pixels: lossy, lossless, a frame of an animation. */
const PIXELS: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'ANMF']);

/** WebP, animated or not: a RIFF file whose length stands at its beginning, and chunks that fill it (RFC 9649). */
export const WEBP_FORMAT: ImageFormat = {
  name: 'WebP',
  mediaType: 'image/webp',
  extension: 'webp',
  beginning: /^RIFF[^]{4}WEBP/u,
  readSize(file) {
    const end = 8 + file.uint32(4, true);
    file.require(end);
    const size = readSides(file);
    let hasPixels = false;
    let offset = 12;
    while (offset < end) {
      hasPixels ||= PIXELS.has(file.text(offset, 4));
      offset += 8 + file.uint32(offset + 4, true);
      if (offset > end) throw file.damaged('its chunks do not fit into it');
      // Chunks begin at even offsets.
      offset += offset % 2;
    }
    if (!hasPixels) throw file.damaged('it has no pixels');
    file.requireEnd(end);
    return size;
  },
};

/** The sides, by the first chunk. */
function readSides(file: ImageBytes): ImageSize {
  const chunk = file.text(12, 4);
  if (chunk === 'VP8X') return { width: (file.uint32(24, true) & 0xffffff) + 1, height: (file.uint32(26, true) >>> 8) + 1 };
  if (chunk === 'VP8 ' && file.text(23, 3) === '\u009d\u0001\u002a') {
    return { width: file.uint16(26, true) & 0x3fff, height: file.uint16(28, true) & 0x3fff };
  }
  if (chunk === 'VP8L' && file.byte(20) === 0x2f) {
    const bits = file.uint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  throw file.damaged('its first chunk is not that of a WebP');
}
