import { MetadataError } from '../metadata-error.ts';
import { makeJpegSegment, type JpegSegment } from './jpeg-segments.ts';

/** Marker of the segments that hold XMP and EXIF. */
const APP1 = 0xe1;
const APP0 = 0xe0;

const XMP_HEADER = Buffer.from('http://ns.adobe.com/xap/1.0/\0', 'latin1');
const EXIF_HEADER = Buffer.from('Exif\0\0', 'latin1');

/** A segment's length has 16 bits and counts its own two. */
const MAXIMUM_DATA_BYTES = 0xffff - 2;

/** The XMP document of a segment; `undefined` when it holds something else. */
export function xmpOf({ marker, data }: JpegSegment): Uint8Array | undefined {
  return marker === APP1 && startsWith(data, XMP_HEADER) ? data.subarray(XMP_HEADER.length) : undefined;
}

/**
 * Makes the segment of an XMP document.
 *
 * @throws {MetadataError} when it is larger than a segment.
 */
export function makeXmpSegment(document: Uint8Array): JpegSegment {
  const data = Buffer.concat([XMP_HEADER, document]);
  if (data.length > MAXIMUM_DATA_BYTES) throw new MetadataError(`The metadata has ${data.length} bytes; a JPEG file can hold ${MAXIMUM_DATA_BYTES}.`);
  return makeJpegSegment(APP1, data);
}

/** Whether a segment comes before XMP by custom: JFIF and EXIF, which readers expect first. */
export function comesBeforeXmp({ marker, data }: JpegSegment): boolean {
  return marker === APP0 || (marker === APP1 && startsWith(data, EXIF_HEADER));
}

function startsWith(data: Uint8Array, header: Uint8Array): boolean {
  return Buffer.from(data.subarray(0, header.length)).equals(header);
}
