import type { MetadataField } from '../metadata-fields.ts';
import type { StandardEntries } from '../standard-entries.ts';
import { mergeXmp } from '../xmp/merge-xmp.ts';
import { extendedHeader } from './extended-header.ts';
import { readWebpChunks, writeWebpChunks } from './webp-chunks.ts';

/**
 * Puts fields into the XMP of a WebP file; a simple file becomes an extended one, which alone can hold it.
 *
 * @throws {MetadataError} when the file is damaged, or holds XMP that nothing can be added to.
 */
export function embedWebp(file: Uint8Array, fields: readonly MetadataField[], standard: StandardEntries): Uint8Array<ArrayBuffer> {
  const { chunks, trailer } = readWebpChunks(file);
  const header = extendedHeader(chunks);
  const rest = chunks[0]?.type === 'VP8X' ? chunks.slice(1) : chunks;
  const existing = rest.find(({ type }) => type === 'XMP ');
  // Readers take the first; its place is behind the pixels and EXIF, which is where the end is.
  const xmp = { type: 'XMP ', data: mergeXmp(existing?.data, fields, standard) };
  const all = existing === undefined ? [...rest, xmp] : rest.map((chunk) => (chunk === existing ? xmp : chunk));
  return writeWebpChunks({ chunks: [header, ...all], trailer });
}
