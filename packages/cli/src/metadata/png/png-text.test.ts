import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makePngChunk, type PngChunk } from './png-chunks.ts';
import { makePngText, readPngText } from './png-text.ts';

function chunk(type: string, ...parts: readonly (string | Uint8Array)[]): PngChunk {
  const data = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
  return { type, data, bytes: makePngChunk(type, data) };
}

describe('readPngText', () => {
  it.each([
    ['plain', chunk('tEXt', 'Key\0caf\u00e9')],
    ['compressed', chunk('zTXt', 'Key\0\0', deflateSync(Buffer.from('caf\u00e9', 'latin1')))],
    ['international', chunk('iTXt', 'Key\0\0\0fr\0Cl\u00e9\0', Buffer.from('caf\u00e9', 'utf8'))],
    ['international and compressed', chunk('iTXt', 'Key\0\u0001\0\0\0', deflateSync(Buffer.from('caf\u00e9', 'utf8')))],
  ])('reads a text that is %s', (_name, given) => {
    expect(readPngText(given)).toEqual({ keyword: 'Key', text: 'café' });
  });

  it.each([
    ['pixels', chunk('IDAT', 'Key\0text')],
    ['no keyword', chunk('tEXt', '\0text')],
    ['no end of the keyword', chunk('tEXt', 'Key')],
    ['half a head', chunk('iTXt', 'Key\0\0\0')],
    ['damaged compression', chunk('zTXt', 'Key\0\0garbage')],
    ['a bomb', chunk('zTXt', 'Key\0\0', deflateSync(Buffer.alloc(64 * 1024 * 1024)))],
    ['a huge text', chunk('tEXt', 'Key\0', Buffer.alloc(5 * 1024 * 1024, 'a'))],
  ])('passes over %s', (_name, given) => {
    expect(readPngText(given)).toBeUndefined();
  });
});

describe('makePngText', () => {
  it('writes ASCII as tEXt and the rest as iTXt', () => {
    expect(Buffer.from(makePngText({ keyword: 'Key', text: 'fox' })).toString('latin1', 4, 15)).toBe('tEXtKey\0fox');
    expect(Buffer.from(makePngText({ keyword: 'Key', text: 'лиса' })).toString('utf8', 4, 24)).toBe('iTXtKey\0\0\0\0\0лиса');
  });
});
