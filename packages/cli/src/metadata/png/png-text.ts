import { inflateSync } from 'node:zlib';
import { makePngChunk, type PngChunk } from './png-chunks.ts';

/** A text of a PNG file under its keyword. */
export interface PngText {
  readonly keyword: string;
  readonly text: string;
}

/** What a compressed text may grow to, in bytes. */
const MAXIMUM_TEXT_BYTES = 4 * 1024 * 1024;

/**
 * Makes a chunk of text: `tEXt` for ASCII, which every program reads, else `iTXt` in UTF-8, which ImageMagick 6 passes over.
 * The keyword is Latin-1, 1 to 79 characters; the text holds no NUL.
 */
export function makePngText({ keyword, text }: PngText): Uint8Array {
  const isAscii = /^\p{ASCII}*$/u.test(text);
  // In an `iTXt` no compression, its method, no language and no translated keyword come between.
  return makePngChunk(isAscii ? 'tEXt' : 'iTXt', Buffer.concat([Buffer.from(keyword, 'latin1'), Buffer.alloc(isAscii ? 1 : 5), Buffer.from(text, 'utf8')]));
}

/** Reads a chunk of text in any of the three forms that programs write; `undefined` for others and for damaged ones. */
export function readPngText({ type, data }: PngChunk): PngText | undefined {
  const end = data.indexOf(0);
  if (end < 1) return undefined;
  const keyword = Buffer.from(data.subarray(0, end)).toString('latin1');
  const rest = data.subarray(end + 1);
  const text = type === 'tEXt' ? rest : type === 'zTXt' ? inflated(rest.subarray(1)) : type === 'iTXt' ? international(rest) : undefined;
  if (text === undefined || text.length > MAXIMUM_TEXT_BYTES) return undefined;
  return { keyword, text: Buffer.from(text).toString(type === 'iTXt' ? 'utf8' : 'latin1') };
}

/** The text behind the flags, the language and the translated keyword of an `iTXt` chunk. */
function international(rest: Uint8Array): Uint8Array | undefined {
  const language = rest.indexOf(0, 2);
  const translated = language === -1 ? -1 : rest.indexOf(0, language + 1);
  if (translated === -1) return undefined;
  const text = rest.subarray(translated + 1);
  return rest[0] === 1 ? inflated(text) : text;
}

function inflated(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return inflateSync(bytes, { maxOutputLength: MAXIMUM_TEXT_BYTES });
  } catch {
    // Damaged, or a bomb.
    return undefined;
  }
}
