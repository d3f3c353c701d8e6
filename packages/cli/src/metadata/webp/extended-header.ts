import { MetadataError } from '../metadata-error.ts';
import type { WebpChunk } from './webp-chunks.ts';

/** Flags in the first byte of `VP8X`. */
const HAS_ALPHA = 0x10;
const HAS_XMP = 0x04;

/** Gives the `VP8X` chunk of a file with XMP: its own with the flag set, or one made for a simple file. */
export function extendedHeader([first]: readonly WebpChunk[]): WebpChunk {
  if (first === undefined) throw new MetadataError('The WebP file is damaged: it has no pixels.');
  if (first.type === 'VP8X' && first.data.length >= 10) {
    const data = Uint8Array.from(first.data);
    data[0] = (data[0] ?? 0) | HAS_XMP;
    return { type: 'VP8X', data };
  }
  const { width, height, hasAlpha } = simpleFrame(first);
  const data = new Uint8Array(10);
  data[0] = HAS_XMP | (hasAlpha ? HAS_ALPHA : 0);
  // Three bytes each, and one less than the side; the byte above the width is overwritten by the height.
  const view = new DataView(data.buffer);
  view.setUint32(4, width - 1, true);
  view.setUint16(7, (height - 1) & 0xffff, true);
  return { type: 'VP8X', data };
}

interface SimpleFrame {
  readonly width: number;
  readonly height: number;
  readonly hasAlpha: boolean;
}

/** Sides and transparency of a picture without `VP8X`, from the head of its pixels; sides have 14 bits in both forms. */
function simpleFrame({ type, data }: WebpChunk): SimpleFrame {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (type === 'VP8L' && data.length >= 5 && data[0] === 0x2f) {
    const bits = view.getUint32(1, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1, hasAlpha: ((bits >>> 28) & 1) === 1 };
  }
  if (type === 'VP8 ' && data.length >= 10 && data[3] === 0x9d && data[4] === 0x01 && data[5] === 0x2a) {
    return { width: view.getUint16(6, true) & 0x3fff, height: view.getUint16(8, true) & 0x3fff, hasAlpha: false };
  }
  throw new MetadataError('The WebP file is damaged: it does not begin with a picture.');
}
