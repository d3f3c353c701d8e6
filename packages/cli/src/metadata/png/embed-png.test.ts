import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { PNG } from '../../testing/picture-fixtures.ts';
import { MetadataError } from '../metadata-error.ts';
import { embedPng } from './embed-png.ts';
import { makePngChunk, pngChunks } from './png-chunks.ts';
import { readPngText } from './png-text.ts';
import { readPng } from './read-png.ts';

const STANDARD = { description: 'a fox', system: 'p/m', software: 'hypotez 1' };
const EMBEDDED = embedPng(PNG, [['prompt', 'лиса'], ['seed', '7']], STANDARD);

function types(file: Uint8Array): readonly string[] {
  return Array.from(pngChunks(file), ({ type }) => type);
}

describe('embedPng', () => {
  it('puts its chunks before the pixels and keeps the others', () => {
    expect(types(PNG)).toEqual(['IHDR', 'tEXt', 'iTXt', 'IDAT', 'IEND']);
    expect(types(EMBEDDED)).toEqual(['IHDR', 'tEXt', 'iTXt', 'tEXt', 'tEXt', 'iTXt', 'tEXt', 'IDAT', 'IEND']);
    const texts = Array.from(pngChunks(EMBEDDED), readPngText).filter((text) => text !== undefined);
    expect(texts).toEqual([
      { keyword: 'Title', text: 'kept' },
      { keyword: 'Comment', text: 'also kept ☃' },
      { keyword: 'Description', text: 'a fox' },
      { keyword: 'Software', text: 'hypotez 1' },
      { keyword: 'hypotez prompt', text: 'лиса' },
      { keyword: 'hypotez seed', text: '7' },
    ]);
  });

  it('gives each chunk its checksum', () => {
    for (const { bytes } of pngChunks(EMBEDDED)) {
      const stored = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(bytes.length - 4);
      expect(stored).toBe(crc32(bytes.subarray(4, -4)));
    }
  });

  it('keeps a description that is there', () => {
    const again = embedPng(EMBEDDED, [], { ...STANDARD, description: 'another' });
    const texts = Array.from(pngChunks(again), readPngText).filter((text) => text !== undefined);
    expect(texts.filter(({ keyword }) => keyword === 'Description')).toEqual([{ keyword: 'Description', text: 'a fox' }]);
  });

  it('keeps what follows the picture', () => {
    const trailer = Uint8Array.of(1, 2, 3);
    const embedded = embedPng(new Uint8Array(Buffer.concat([PNG, trailer])), [], STANDARD);
    expect(embedded.subarray(-3)).toEqual(trailer);
  });

  it('takes older fields away, wherever another program put them', () => {
    const end = EMBEDDED.length - 12;
    const moved = new Uint8Array(Buffer.concat([PNG.subarray(0, PNG.length - 12), makePngChunk('tEXt', Buffer.from('hypotez seed\u00009', 'latin1')), EMBEDDED.subarray(end)]));
    expect(readPng(moved)).toEqual([['seed', '9']]);
    expect(readPng(embedPng(moved, [['prompt', 'a fox']], STANDARD))).toEqual([['prompt', 'a fox']]);
  });

  it('refuses a length that reaches beyond the file, and a file without pixels', () => {
    const lying = Uint8Array.from(PNG);
    lying.set([0x7f, 0xff, 0xff, 0xff], 33);
    expect(() => embedPng(lying, [], STANDARD)).toThrow(MetadataError);
    const empty = new Uint8Array(Buffer.concat([PNG.subarray(0, 33), PNG.subarray(-12)]));
    expect(() => embedPng(empty, [], STANDARD)).toThrow('it has no pixels');
  });
});
