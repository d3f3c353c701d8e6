import type { MetadataField } from '../metadata-fields.ts';
import { scanXmp } from '../xmp/scan-xmp.ts';
import { readJpegSegments } from './jpeg-segments.ts';
import { xmpOf } from './jpeg-xmp.ts';

/**
 * Reads the fields of hypotez from the XMP of a JPEG file.
 *
 * @throws {MetadataError} when the file or its XMP is damaged.
 */
export function readJpeg(file: Uint8Array): readonly MetadataField[] {
  const xmp = readJpegSegments(file).segments.map(xmpOf).find((document) => document !== undefined);
  return xmp === undefined ? [] : scanXmp(xmp).fields;
}
