import type { BodyChunks } from './http.ts';
import type { ResponseHeaders } from './runtime-network.ts';

/**
 * Puts the pieces of a body together.
 *
 * @param announced bytes that the server speaks of, for which room is made at once, so that the body is not held twice in the
 *   end. A server that lied costs the copy that is made without it.
 */
export async function gatherBytes(chunks: BodyChunks, announced: number): Promise<Uint8Array> {
  const room = new Uint8Array(announced);
  let filled = 0;
  const others: Uint8Array[] = [];
  for await (const chunk of chunks) {
    if (others.length === 0 && filled + chunk.length <= announced) {
      room.set(chunk, filled);
      filled += chunk.length;
    } else others.push(chunk);
  }
  if (others.length === 0) return filled === announced ? room : room.slice(0, filled);
  const whole = new Uint8Array(others.reduce((sum, { length }) => sum + length, filled));
  whole.set(room.subarray(0, filled));
  for (const chunk of others) {
    whole.set(chunk, filled);
    filled += chunk.length;
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
