import { MetadataError } from '../metadata-error.ts';

/** One segment of the head of a JPEG file. */
export interface JpegSegment {
  /** Second byte of its marker: 0xe0 to 0xef are the applications' own. */
  readonly marker: number;
  readonly data: Uint8Array;
  /** The whole segment, marker and length included. */
  readonly bytes: Uint8Array;
}

/** Start of a scan: behind it come pixels. */
const START_OF_SCAN = 0xda;

/** The segments of a JPEG file before its pixels, and everything from there on. */
export interface JpegFile {
  readonly segments: readonly JpegSegment[];
  readonly pixels: Uint8Array;
}

/**
 * Takes the head of a JPEG file apart.
 *
 * @throws {MetadataError} when it ends, or is broken, before the pixels.
 */
export function readJpegSegments(file: Uint8Array): JpegFile {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const segments: JpegSegment[] = [];
  for (let offset = 2; offset + 4 <= file.length && file[offset] === 0xff; ) {
    const marker = view.getUint8(offset + 1);
    if (marker === START_OF_SCAN) return { segments, pixels: file.subarray(offset) };
    if (marker === 0xff) {
      // Any number of these may stand before a marker. They are left out of the written file: they mean nothing.
      offset += 1;
      continue;
    }
    const length = view.getUint16(offset + 2);
    const end = offset + 2 + length;
    // A length below its own two bytes leads to a byte that begins no segment.
    if (end > file.length) break;
    segments.push({ marker, data: file.subarray(offset + 4, end), bytes: file.subarray(offset, end) });
    offset = end;
  }
  throw new MetadataError('The JPEG file is damaged: it ends before its pixels.');
}

/** Makes a segment. `data` has at most 65533 bytes. */
export function makeJpegSegment(marker: number, data: Uint8Array): JpegSegment {
  const bytes = new Uint8Array(4 + data.length);
  bytes.set([0xff, marker]);
  new DataView(bytes.buffer).setUint16(2, data.length + 2);
  bytes.set(data, 4);
  return { marker, data, bytes };
}

/** Puts a JPEG file together. */
export function writeJpegSegments({ segments, pixels }: JpegFile): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat([Uint8Array.of(0xff, 0xd8), ...segments.map(({ bytes }) => bytes), pixels]));
}
