import { MetadataError } from '../metadata-error.ts';
import type { MetadataField } from '../metadata-fields.ts';
import type { StandardEntries } from '../standard-entries.ts';
import { scanXmp } from './scan-xmp.ts';
import { writeDescription, writeXmp } from './write-xmp.ts';

/**
 * Makes the XMP document of a file: a new one, or the existing one with the fields put into it.
 *
 * Of an existing document everything stays, but for older fields of hypotez; it gets no standard entries, since it may have
 * its own.
 *
 * @throws {MetadataError} when the existing document cannot be read or has no place for them.
 */
export function mergeXmp(existing: Uint8Array | undefined, fields: readonly MetadataField[], standard: StandardEntries): Uint8Array<ArrayBuffer> {
  if (existing === undefined) return writeXmp(fields, standard);
  const { text, elements, end, about } = scanXmp(existing);
  if (end === undefined) throw new MetadataError('The XMP of the picture has no place for the metadata.');
  let kept = '';
  let from = 0;
  for (const range of elements) {
    kept += text.slice(from, range.start);
    from = range.end;
  }
  return new TextEncoder().encode(`${kept}${text.slice(from, end)}${writeDescription(fields, about)}${text.slice(end)}`);
}
