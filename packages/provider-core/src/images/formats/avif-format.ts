import type { ImageSize } from '../../sizes/size-bounds.ts';
import type { ImageBytes } from '../image-bytes.ts';
import type { ImageFormat } from '../image-format.ts';

/** The boxes that lie inside each other on the way to the sides, and how many bytes of their own stand before the next. */
const WAY: readonly (readonly [kind: string, ownBytes: number])[] = [['meta', 4], ['iprp', 0], ['ipco', 0]];

/**
 * AVIF, a picture or a sequence: boxes that name their length (ISO/IEC 14496-12), `meta` among them with the sides of every
 * picture inside (`ispe`), and `mdat` with the pixels. The largest picture counts; the others are its tiles and thumbnails.
 */
export const AVIF_FORMAT: ImageFormat = {
  name: 'AVIF',
  mediaType: 'image/avif',
  extension: 'avif',
  // The main brand, or one of those that the file also goes by.
  beginning: /^[^]{4}ftyp(?:[^]{4}){0,12}?avi[fs]/u,
  readSize(file) {
    const sizes: ImageSize[] = [];
    const kinds = readBoxes(file, [0, file.bytes.length], sizes);
    if (!kinds.has('meta') || !kinds.has('mdat')) file.require(Infinity);
    const [size, ...others] = sizes;
    if (size === undefined) throw file.damaged('it tells no size');
    return others.reduce((largest, other) => (other.width * other.height > largest.width * largest.height ? other : largest), size);
  },
};

/** Goes over the boxes from `start` to `end`, which they must fill, and collects the sides; gives the kinds of the boxes. */
function readBoxes(file: ImageBytes, [start, end]: readonly [start: number, end: number], sizes: ImageSize[], depth = 0): ReadonlySet<string> {
  const kinds = new Set<string>();
  const [inner, ownBytes = 0] = WAY[depth] ?? [];
  let offset = start;
  while (offset < end) {
    const short = file.uint32(offset);
    const kind = file.text(offset + 4, 4);
    // A length of 1 says that it stands behind the kind, in 64 bits.
    const header = short === 1 ? 16 : 8;
    const length = short === 1 ? file.uint32(offset + 8) * 2 ** 32 + file.uint32(offset + 12) : short;
    // A length of 0 would mean "to the end", wherever that is: whether such a file is whole cannot be told.
    if (!/^[\x20-\x7e]{4}$/u.test(kind) || length < header) throw file.damaged('its boxes are not those of an AVIF');
    file.require(offset + length);
    if (offset + length > end) throw file.damaged('its boxes do not fit into each other');
    if (kind === inner) readBoxes(file, [offset + header + ownBytes, offset + length], sizes, depth + 1);
    else if (inner === undefined && kind === 'ispe') sizes.push({ width: file.uint32(offset + 12), height: file.uint32(offset + 16) });
    kinds.add(kind);
    offset += length;
  }
  return kinds;
}
