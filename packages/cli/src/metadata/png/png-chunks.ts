import { crc32 } from 'node:zlib';
import { MetadataError } from '../metadata-error.ts';

/** One chunk of a PNG file; `bytes` is all of it, with length, type and checksum. */
export interface PngChunk {
  /** Four letters, such as `IDAT`. */
  readonly type: string;
  readonly data: Uint8Array;
  readonly bytes: Uint8Array;
}

/** Eight bytes with which every PNG file begins. */
export const PNG_SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** Length, type and checksum of a chunk. */
const FRAME_BYTES = 12;

/**
 * Walks over the chunks of a PNG file up to `IEND`; what comes after it is none of PNG's.
 *
 * @throws {MetadataError} when the file ends inside a chunk.
 */
export function* pngChunks(file: Uint8Array): Generator<PngChunk, void, undefined> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  for (let offset = PNG_SIGNATURE.length; ; ) {
    const end = offset + FRAME_BYTES <= file.length ? offset + FRAME_BYTES + view.getUint32(offset) : Infinity;
    if (end > file.length) throw new MetadataError('The PNG file is damaged: it ends inside a chunk.');
    const type = String.fromCharCode(...file.subarray(offset + 4, offset + 8));
    yield { type, data: file.subarray(offset + 8, end - 4), bytes: file.subarray(offset, end) };
    if (type === 'IEND') return;
    offset = end;
  }
}

/** Makes a chunk, checksum included. */
export function makePngChunk(type: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(FRAME_BYTES + data.length);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  chunk.set(new TextEncoder().encode(type), 4);
  chunk.set(data, 8);
  view.setUint32(8 + data.length, crc32(chunk.subarray(4, 8 + data.length)));
  return chunk;
}
