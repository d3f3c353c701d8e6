import { crc32, inflateSync } from 'node:zlib';
import type { Picture } from '../painting/picture.ts';

/** Reads an 8-bit RGB PNG strictly; throws an `Error` that names the first fault. */
export function decodePng(bytes: Uint8Array): Picture {
  const file = Buffer.from(bytes);
  if (file.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') throw new Error('signature');
  const chunks: { type: string; data: Buffer }[] = [];
  for (let offset = 8; offset < file.byteLength;) {
    const length = file.readUInt32BE(offset);
    const body = file.subarray(offset + 4, offset + 8 + length);
    if (crc32(body) !== file.readUInt32BE(offset + 8 + length)) throw new Error('checksum');
    chunks.push({ type: body.toString('latin1', 0, 4), data: body.subarray(4) });
    offset += length + 12;
  }
  const header = chunks[0]?.data ?? Buffer.alloc(0);
  if (chunks.map(({ type }) => type).join() !== 'IHDR,IDAT,IEND') throw new Error('chunks');
  if (header.toString('hex', 8) !== '0802000000') throw new Error('format');
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  const rows = inflateSync(chunks[1]?.data ?? Buffer.alloc(0));
  return { width, height, pixels: unfilter(rows, width, height) };
}

function unfilter(rows: Buffer, width: number, height: number): Uint8Array {
  const stride = width * 3;
  if (rows.byteLength !== (stride + 1) * height) throw new Error('length');
  const pixels = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = rows[y * (stride + 1)];
    if (filter !== 0 && filter !== 1) throw new Error('filter');
    for (let x = 0; x < stride; x += 1) {
      const left = filter === 1 && x >= 3 ? (pixels[y * stride + x - 3] ?? 0) : 0;
      pixels[y * stride + x] = (rows[y * (stride + 1) + 1 + x] ?? 0) + left;
    }
  }
  return pixels;
}
