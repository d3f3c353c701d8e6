import { crc32, deflateSync } from 'node:zlib';

const SIDE = 256;

/** A whole picture of 256 × 256 transparent pixels, large enough to start from and to be a mask. */
export function inputPng(): Uint8Array<ArrayBuffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIDE, 0);
  header.writeUInt32BE(SIDE, 4);
  // Eight bits a channel, red, green, blue and alpha.
  header.set([8, 6], 8);
  const rows = Buffer.alloc(SIDE * (1 + 4 * SIDE));
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return new Uint8Array(Buffer.concat([signature, part('IHDR', header), part('IDAT', deflateSync(rows, { level: 9 })), part('IEND', Buffer.alloc(0))]));
}

function part(name: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
