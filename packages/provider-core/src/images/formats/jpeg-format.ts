import type { ImageSize } from '../../sizes/size-bounds.ts';
import type { ImageBytes } from '../image-bytes.ts';
import type { ImageFormat } from '../image-format.ts';

const START_OF_IMAGE = 0xd8;
const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;

/**
 * JPEG, progressive or not: segments that name their length, scans that end at the next marker, and the marker `EOI`.
 *
 * Cameras put further pictures behind the first one (thumbnails, gain maps), each a whole JPEG; the first one counts.
 */
export const JPEG_FORMAT: ImageFormat = {
  name: 'JPEG',
  mediaType: 'image/jpeg',
  extension: 'jpg',
  beginning: /^\u00ff\u00d8\u00ff/u,
  readSize(file) {
    const { size, end } = readPicture(file, 0);
    let next = file.endOfPadding(end);
    // What begins with a marker begins with 0xff, which counts as padding too.
    while (next < file.bytes.length && file.byte(next) === START_OF_IMAGE && file.byte(next - 1) === 0xff) {
      next = file.endOfPadding(readPicture(file, next - 1).end);
    }
    file.requireEnd(next);
    return size;
  },
};

/** Goes through one picture that begins at `start`. */
function readPicture(file: ImageBytes, start: number): { readonly size: ImageSize; readonly end: number } {
  let size: ImageSize | undefined;
  let hasPixels = false;
  let offset = start + 2;
  for (;;) {
    if (file.byte(offset) !== 0xff) throw file.damaged('its segments are not those of a JPEG');
    const marker = file.byte(offset + 1);
    // Any number of 0xff may stand before a marker.
    if (marker === 0xff) offset += 1;
    else if (marker === END_OF_IMAGE) break;
    else {
      const length = file.uint16(offset + 2);
      // Markers without a length stand inside scans only.
      if (marker < 0xc0 || (marker >= 0xd0 && marker <= START_OF_IMAGE) || length < 2) throw file.damaged('its segments are not those of a JPEG');
      if (isFrameHeader(marker)) size ??= { height: file.uint16(offset + 5), width: file.uint16(offset + 7) };
      offset += 2 + length;
      if (marker === START_OF_SCAN) {
        hasPixels = true;
        offset = endOfScan(file, offset);
      }
    }
  }
  if (size === undefined || !hasPixels) throw file.damaged('it has no pixels');
  return { size, end: offset + 2 };
}

/** C4, C8 and CC lie among the frame headers, but are tables and an extension. */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** Offset of the first marker that is none of the scan's own: 0xff00 stands for a byte 0xff, 0xffd0 to 0xffd7 divide the scan. */
function endOfScan(file: ImageBytes, start: number): number {
  let offset = start;
  for (;;) {
    offset = file.bytes.indexOf(0xff, offset);
    // The scan goes on behind the end of the file.
    if (offset === -1) file.require(Infinity);
    const marker = file.byte(offset + 1);
    if (marker !== 0x00 && marker !== 0xff && (marker < 0xd0 || marker > 0xd7)) return offset;
    offset += marker === 0xff ? 1 : 2;
  }
}
