import { describe, expect, it, onTestFinished } from 'vitest';
import { announcedBytes, gatherBytes } from './gather-bytes.ts';
import type { BodyChunks } from './http.ts';

const KIBIBYTE = 1024;

/** A body of these pieces. */
function chunksOf(pieces: Iterator<Uint8Array, undefined>): BodyChunks {
  const chunks: BodyChunks = {
    [Symbol.asyncIterator]: () => chunks,
    next: () => {
      const { done, value } = pieces.next();
      return Promise.resolve(done === true ? { done: true, value: undefined } : { done: false, value });
    },
    return: () => Promise.resolve({ done: true, value: undefined }),
  };
  return chunks;
}

/** Bytes of which each differs from its neighbours, in pieces of these lengths, and the same in one. */
function numbered(...lengths: readonly number[]): { readonly pieces: readonly Uint8Array[]; readonly whole: Uint8Array } {
  const whole = Uint8Array.from({ length: lengths.reduce((sum, length) => sum + length, 0) }, (_none, index) => index % 251);
  let offset = 0;
  return { whole, pieces: lengths.map((length) => whole.slice(offset, (offset += length))) };
}

/** Counts what is copied into typed arrays until the test is over. */
function countCopies(): { copied: number; copies: number } {
  const seen = { copied: 0, copies: 0 };
  const set: unknown = Reflect.get(Uint8Array.prototype, 'set');
  if (typeof set !== 'function') throw new Error('Typed arrays cannot be filled here.');
  Uint8Array.prototype.set = function (this: Uint8Array, source, offset) {
    seen.copied += source.length;
    seen.copies += 1;
    Reflect.apply(set, this, [source, offset]);
  };
  // What was put there hides the method that all typed arrays inherit.
  onTestFinished(() => { Reflect.deleteProperty(Uint8Array.prototype, 'set'); });
  return seen;
}

describe('a body that is put together', () => {
  it.each([[[]], [[5]], [[1, 2, 3]], [[64 * KIBIBYTE, 1]], [[64 * KIBIBYTE - 1, 1, 1]], [[70 * KIBIBYTE, 3, 70 * KIBIBYTE]], [[10, 200 * KIBIBYTE, 10]]])('of pieces of %j bytes is their sequence, whatever was announced', async (lengths) => {
    const { pieces, whole } = numbered(...lengths);
    for (const announced of [whole.length, 0, 1, whole.length + 1, Math.max(whole.length - 1, 0), 2 * whole.length]) {
      expect(Buffer.from(await gatherBytes(chunksOf(pieces.values()), announced)).equals(whole), announced.toString()).toBe(true);
    }
  });

  it('does not change when its pieces do: a connection may write there again', async () => {
    const { pieces, whole } = numbered(3, 70 * KIBIBYTE);
    for (const announced of [0, whole.length]) {
      const gathered = await gatherBytes(chunksOf(pieces.map((piece) => piece.slice()).values()), announced);
      expect(Buffer.from(gathered).equals(whole)).toBe(true);
    }
    const [piece = new Uint8Array()] = pieces;
    const gathered = await gatherBytes(chunksOf([piece].values()), piece.length);
    piece.fill(99);
    expect(gathered).toEqual(whole.slice(0, 3));
  });

  it.each([['known', 256 * KIBIBYTE, 1], ['unknown', 0, 2], ['announced too short', 1000, 2], ['announced too long', 512 * KIBIBYTE, 2]])('whose length is %s is copied byte by byte no more often than needed', async (_what, announced, mostCopies) => {
    function* tiny(): Generator<Uint8Array, undefined> {
      for (let given = 0; given < 256 * KIBIBYTE; given += 1) yield Uint8Array.of(7);
      return undefined;
    }
    const seen = countCopies();
    const whole = await gatherBytes(chunksOf(tiny()), announced);
    expect(whole).toHaveLength(256 * KIBIBYTE);
    expect(whole.buffer.byteLength).toBe(256 * KIBIBYTE);
    expect(whole.every((byte) => byte === 7)).toBe(true);
    expect(seen.copied).toBeLessThanOrEqual(mostCopies * 256 * KIBIBYTE);
    // They are put together in blocks, not one by one.
    expect(seen.copies).toBeLessThan(256 * KIBIBYTE + 100);
  });
});

describe('how many bytes an answer announces', () => {
  const announced = (headers: Record<string, string>): number => announcedBytes(new Headers(headers), 1000);

  it.each<[string, Record<string, string>, number]>([
    ['a length', { 'content-length': '5' }, 5], ['the largest that may come', { 'content-length': '1000' }, 1000], ['no more than may come', { 'content-length': '1001' }, 0],
    ['nothing', {}, 0], ['none', { 'content-length': '0' }, 0], ['less than none', { 'content-length': '-5' }, 0], ['no whole number', { 'content-length': '1.5' }, 0], ['a word', { 'content-length': 'long' }, 0],
    ['the length of what is compressed', { 'content-length': '5', 'content-encoding': 'gzip' }, 0],
  ])('is believed where it is that: %s', (_what, headers, bytes) => {
    expect(announced(headers)).toBe(bytes);
  });
});
