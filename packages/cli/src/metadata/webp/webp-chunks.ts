import { MetadataError } from '../metadata-error.ts';

/** One chunk of a WebP file. */
export interface WebpChunk {
  /** Four characters, such as `VP8X` or `XMP `. */
  readonly type: string;
  readonly data: Uint8Array;
}

/** `RIFF`, the size of what follows, `WEBP`. */
const HEADER_BYTES = 12;

/** Type and size of a chunk. */
const CHUNK_HEADER_BYTES = 8;

/** The chunks of a WebP file, and what lies behind its own end. */
export interface WebpFile {
  readonly chunks: readonly WebpChunk[];
  readonly trailer: Uint8Array;
}

/**
 * Takes a WebP file apart (RFC 9649).
 *
 * @throws {MetadataError} when it ends inside a chunk.
 */
export function readWebpChunks(file: Uint8Array): WebpFile {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = file.length < HEADER_BYTES ? Infinity : CHUNK_HEADER_BYTES + view.getUint32(4, true);
  const chunks: WebpChunk[] = [];
  let offset = HEADER_BYTES;
  while (offset < end) {
    const start = offset + CHUNK_HEADER_BYTES;
    const size = start <= file.length ? view.getUint32(offset + 4, true) : Infinity;
    if (start + size > Math.min(end, file.length)) throw new MetadataError('The WebP file is damaged: it ends inside a chunk.');
    chunks.push({ type: Buffer.from(file.subarray(offset, offset + 4)).toString('latin1'), data: file.subarray(start, start + size) });
    // A chunk of odd size is followed by a byte that fills it up; some programs forget it behind the last one.
    offset = start + size + (size % 2);
  }
  return { chunks, trailer: file.subarray(Math.min(offset, file.length)) };
}

/** Puts a WebP file together. */
export function writeWebpChunks({ chunks, trailer }: WebpFile): Uint8Array<ArrayBuffer> {
  const body = chunks.flatMap(({ type, data }) => [Buffer.from(type, 'latin1'), uint32(data.length), data, Buffer.alloc(data.length % 2)]);
  const size = body.reduce((sum, part) => sum + part.length, 'WEBP'.length);
  return new Uint8Array(Buffer.concat([Buffer.from('RIFF'), uint32(size), Buffer.from('WEBP'), ...body, trailer]));
}

function uint32(number: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, number, true);
  return bytes;
}
