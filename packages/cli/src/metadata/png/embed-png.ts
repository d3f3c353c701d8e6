import { MetadataError } from '../metadata-error.ts';
import type { MetadataField } from '../metadata-fields.ts';
import type { StandardEntries } from '../standard-entries.ts';
import { PNG_SIGNATURE, pngChunks } from './png-chunks.ts';
import { PNG_KEYWORD_PREFIX } from './png-keyword-prefix.ts';
import { makePngText, readPngText } from './png-text.ts';

/**
 * Puts fields into a PNG file as text chunks before its pixels, one for each, called `hypotez <name>`.
 *
 * `Description` and `Software`, which other programs look for, are added where the file has none of its own. Every other
 * chunk, and what follows the picture, stays byte for byte; older fields of hypotez go.
 *
 * @throws {MetadataError} when the file is damaged.
 */
export function embedPng(file: Uint8Array, fields: readonly MetadataField[], { description, software }: StandardEntries): Uint8Array<ArrayBuffer> {
  const kept: Uint8Array[] = [];
  const keywords = new Set<string>();
  let pixelsAt: number | undefined;
  let end = PNG_SIGNATURE.length;
  for (const chunk of pngChunks(file)) {
    const { keyword = '' } = readPngText(chunk) ?? {};
    keywords.add(keyword);
    if (chunk.type === 'IDAT') pixelsAt ??= kept.length;
    if (!keyword.startsWith(PNG_KEYWORD_PREFIX)) kept.push(chunk.bytes);
    end += chunk.bytes.length;
  }
  if (pixelsAt === undefined) throw new MetadataError('The PNG file is damaged: it has no pixels.');
  const standard = [['Description', description], ['Software', software]] as const;
  const texts = [...standard.filter(([keyword]) => !keywords.has(keyword)), ...fields.map(([name, text]) => [`${PNG_KEYWORD_PREFIX}${name}`, text] as const)];
  const chunks = texts.map(([keyword, text]) => makePngText({ keyword, text }));
  return new Uint8Array(Buffer.concat([PNG_SIGNATURE, ...kept.slice(0, pixelsAt), ...chunks, ...kept.slice(pixelsAt), file.subarray(end)]));
}
