import type { MetadataField } from '../metadata-fields.ts';
import { pngChunks } from './png-chunks.ts';
import { PNG_KEYWORD_PREFIX } from './png-keyword-prefix.ts';
import { readPngText } from './png-text.ts';

/**
 * Reads the fields of hypotez from the text chunks of a PNG file, wherever other programs may have moved them.
 *
 * @throws {MetadataError} when the file is damaged.
 */
export function readPng(file: Uint8Array): readonly MetadataField[] {
  return Array.from(pngChunks(file), readPngText)
    .filter((text) => text?.keyword.startsWith(PNG_KEYWORD_PREFIX) === true)
    .flatMap((text) => (text === undefined ? [] : [[text.keyword.slice(PNG_KEYWORD_PREFIX.length), text.text] as const]));
}
