import { crc32 } from '../crc32.ts';
import type { ImageFormat } from '../image-format.ts';

/** Bytes of the header `IHDR`. */
const HEADER_BYTES = 13;

/** PNG, animated or not: signature, then chunks with a checksum each, from `IHDR` to `IEND`. */
export const PNG_FORMAT: ImageFormat = {
  name: 'PNG',
  mediaType: 'image/png',
  extension: 'png',
  beginning: /^\u0089PNG\r\n\u001a\n/u,
  readSize(file) {
    let offset = 8;
    let hasPixels = false;
    for (;;) {
      const length = file.uint32(offset);
      const type = file.text(offset + 4, 4);
      const isHeader = offset === 8;
      if (!/^[a-z]{4}$/iu.test(type) || isHeader !== (type === 'IHDR') || (isHeader && length !== HEADER_BYTES)) {
        throw file.damaged('its chunks are not those of a PNG');
      }
      const end = offset + length + 12;
      file.require(end);
      if (crc32(file.bytes.subarray(offset + 4, end - 4)) !== file.uint32(end - 4)) throw file.damaged(`the checksum of its chunk ${type} is wrong`);
      hasPixels ||= type === 'IDAT';
      offset = end;
      if (type === 'IEND') break;
    }
    if (!hasPixels) throw file.damaged('it has no pixels');
    file.requireEnd(offset);
    return { width: file.uint32(16), height: file.uint32(20) };
  },
};
