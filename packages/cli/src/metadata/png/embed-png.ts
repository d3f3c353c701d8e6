import { MetadataError } from '../metadata-error.ts';
import type { MetadataField } from '../metadata-fields.ts';
import { PNG_SIGNATURE, pngChunks } from './png-chunks.ts';
import { PNG_KEYWORD_PREFIX } from './png-keyword-prefix.ts';
import { makePngText, readPngText } from './png-text.ts';

/**
 * Puts fields into a PNG file as text chunks before its pixels, one for each, called `hypotez:<name>`.
 *
 * What other programs look for, `Description` and `Software`, is added where the file has none of its own. Every other
 * chunk, and what follows the picture, stays byte for byte; older fields of hypotez go.
 *
 * @throws {MetadataError} when the file is damaged.
 */
export function embedPng(file: Uint8Array, fields: readonly MetadataField[], standard: Readonly<Record<'Description' | 'Software', string>>): Uint8Array {
  const before: Uint8Array[] = [];
  const keywords = new Set<string>();
  let keptFrom: number | undefined;
  let offset = PNG_SIGNATURE.length;
  for (const chunk of pngChunks(file)) {
    if (chunk.type === 'IDAT') keptFrom ??= offset;
    offset += chunk.bytes.length;
    const { keyword = '' } = readPngText(chunk) ?? {};
    keywords.add(keyword);
    if (keptFrom === undefined && !keyword.startsWith(PNG_KEYWORD_PREFIX)) before.push(chunk.bytes);
  }
  if (keptFrom === undefined) throw new MetadataError('The PNG file is damaged: it has no pixels.');
  const missing = Object.entries(standard).filter(([keyword]) => !keywords.has(keyword));
  const texts = [...missing, ...fields.map(([name, text]) => [`${PNG_KEYWORD_PREFIX}${name}`, text] as const)];
  return new Uint8Array(Buffer.concat([PNG_SIGNATURE, ...before, ...texts.map(([keyword, text]) => makePngText({ keyword, text })), file.subarray(keptFrom)]));
}
