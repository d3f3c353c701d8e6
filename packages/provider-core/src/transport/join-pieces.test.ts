import { describe, expect, it } from 'vitest';
import { joinPieces } from './join-pieces.ts';

function joined(...pieces: readonly string[]): { readonly handedOn: readonly string[]; readonly flush: () => void } {
  const handedOn: string[] = [];
  const joiner = joinPieces((piece) => handedOn.push(new TextDecoder().decode(piece)));
  for (const piece of pieces) joiner.add(new TextEncoder().encode(piece));
  return { handedOn, flush: () => { joiner.flush(); } };
}

describe('joinPieces', () => {
  it('hands a piece on at once in which a line ends', () => {
    expect(joined('a\n', 'b\r', 'c\nd').handedOn).toEqual(['a\n', 'b\r', 'c\nd']);
  });

  it('holds pieces back until one comes in which a line ends', () => {
    expect(joined('a', 'b', 'c').handedOn).toEqual([]);
    expect(joined('a', 'b', 'c\n').handedOn).toEqual(['ab', 'c\n']);
  });

  it('holds back 256 KiB and not a byte more', () => {
    const half = 'x'.repeat(128 * 1024);
    expect(joined(half, half).handedOn).toEqual([]);
    expect(joined(half, half, 'y').handedOn).toEqual([half + half]);
    expect(joined('a', half + half + 'y').handedOn).toEqual(['a', half + half + 'y']);
  });

  it('hands on what it holds back when it is told to, once', () => {
    const { handedOn, flush } = joined('a', 'b');
    flush();
    flush();
    expect(handedOn).toEqual(['ab']);
  });
});
