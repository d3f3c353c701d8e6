import type { BodyChunks } from './http.ts';
import type { ResponseHeaders } from './runtime-network.ts';

/** Room that is made at least when that which was announced does not do, in bytes. */
const BLOCK_BYTES = 64 * 1024;

/**
 * Puts the pieces of a body together. Each byte is copied twice at most, however small the pieces are, and none of them is
 * kept: a piece of one byte may hold on to a whole buffer of the connection.
 *
 * @param announced bytes that the server speaks of, for which room is made at once, so that the body is not held twice in the
 *   end. A server that lied costs the second copy.
 */
export async function gatherBytes(chunks: BodyChunks, announced: number): Promise<Uint8Array> {
  const full: Uint8Array[] = [];
  let block = new Uint8Array(announced);
  let filled = 0;
  for await (const chunk of chunks) {
    if (filled + chunk.length > block.length) {
      full.push(block.subarray(0, filled));
      block = new Uint8Array(Math.max(BLOCK_BYTES, chunk.length));
      filled = 0;
    }
    block.set(chunk, filled);
    filled += chunk.length;
  }
  if (full.length === 0 && filled === announced) return block;
  full.push(block.subarray(0, filled));
  const whole = new Uint8Array(full.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of full) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

/** How many bytes an answer announces, where that is believable; else 0. */
export function announcedBytes(headers: ResponseHeaders, limitBytes: number): number {
  // Of a compressed body it is the compressed length.
  if (headers.get('content-encoding') !== null) return 0;
  const length = Number(headers.get('content-length'));
  return Number.isInteger(length) && length > 0 && length <= limitBytes ? length : 0;
}
