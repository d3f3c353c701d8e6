import type { MetadataField } from '../metadata-fields.ts';
import type { StandardEntries } from '../standard-entries.ts';
import { mergeXmp } from '../xmp/merge-xmp.ts';
import { readJpegSegments, writeJpegSegments } from './jpeg-segments.ts';
import { comesBeforeXmp, makeXmpSegment, xmpOf } from './jpeg-xmp.ts';

/**
 * Puts fields into the XMP of a JPEG file.
 *
 * @throws {MetadataError} when the file is damaged, holds XMP that nothing can be added to, or the texts are longer than the
 *   64 KiB of a segment.
 */
export function embedJpeg(file: Uint8Array, fields: readonly MetadataField[], standard: StandardEntries): Uint8Array<ArrayBuffer> {
  const { segments, pixels } = readJpegSegments(file);
  const existing = segments.find((segment) => xmpOf(segment) !== undefined);
  const xmp = makeXmpSegment(mergeXmp(existing === undefined ? undefined : xmpOf(existing), fields, standard));
  const firstOther = segments.findIndex((segment) => !comesBeforeXmp(segment));
  const place = firstOther === -1 ? segments.length : firstOther;
  const all = existing === undefined ? segments.toSpliced(place, 0, xmp) : segments.map((segment) => (segment === existing ? xmp : segment));
  return writeJpegSegments({ segments: all, pixels });
}
