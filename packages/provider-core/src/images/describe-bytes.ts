/** What comes instead of images, by its beginning, one character a byte. */
const KINDS: readonly (readonly [beginning: RegExp, words: string])[] = [
  [/^(?:\u00ef\u00bb\u00bf)?\s*(?:<\?xml|<svg)/iu, 'an SVG or XML document'],
  [/^(?:\u00ef\u00bb\u00bf)?\s*</u, 'an HTML page'],
  [/^(?:\u00ef\u00bb\u00bf)?\s*[[{]/u, 'a JSON text'],
  [/^%PDF-/u, 'a PDF document'],
  [/^PK\u0003\u0004/u, 'a ZIP archive'],
  [/^[^]{4}ftyp(?:heic|heix|hevc|mif1|msf1)/u, 'a HEIC picture, which is not taken'],
  [/^[^]{4}ftyp/u, 'a film'],
  [/^BM[^]{12}/u, 'a BMP picture, which is not taken'],
  [/^(?:II\u002a\u0000|MM\u0000\u002a)/u, 'a TIFF picture, which is not taken'],
];

/** Says in our own words what bytes are that are no image; repeats nothing of them. */
export function describeBytes(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'nothing, an empty answer';
  const beginning = String.fromCharCode(...bytes.subarray(0, 256));
  const kind = KINDS.find(([pattern]) => pattern.test(beginning));
  return kind?.[1] ?? `${bytes.length.toString()} bytes of no known image format (PNG, JPEG, WebP, GIF, AVIF)`;
}
