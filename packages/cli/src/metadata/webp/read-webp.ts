import type { MetadataField } from '../metadata-fields.ts';
import { scanXmp } from '../xmp/scan-xmp.ts';
import { readWebpChunks } from './webp-chunks.ts';

/**
 * Reads the fields of hypotez from the XMP of a WebP file.
 *
 * @throws {MetadataError} when the file or its XMP is damaged.
 */
export function readWebp(file: Uint8Array): readonly MetadataField[] {
  const xmp = readWebpChunks(file).chunks.find(({ type }) => type === 'XMP ');
  return xmp === undefined ? [] : scanXmp(xmp.data).fields;
}
