import type { ImageFormat } from '../image-format.ts';

/** GIF, animated or not: screen, palette, then blocks to the trailer, the byte `;`. */
export const GIF_FORMAT: ImageFormat = {
  name: 'GIF',
  mediaType: 'image/gif',
  extension: 'gif',
  beginning: /^GIF8[79]a/u,
  readSize(file) {
    const paletteBytes = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 0x07) + 1));
    let hasPixels = false;
    let offset = 13 + paletteBytes(file.byte(10));
    // Palettes and packed pixels hold the byte of the trailer as well: the last byte alone proves nothing.
    for (let block = file.byte(offset); block !== 0x3b; block = file.byte(offset)) {
      const isImage = block === 0x2c;
      if (!isImage && block !== 0x21) throw file.damaged('its blocks are not those of a GIF');
      offset += isImage ? 11 + paletteBytes(file.byte(offset + 9)) : 2;
      for (let size = file.byte(offset); size !== 0; size = file.byte(offset)) {
        hasPixels ||= isImage;
        offset += 1 + size;
      }
      offset += 1;
    }
    if (!hasPixels) throw file.damaged('it has no pixels');
    file.requireEnd(offset + 1);
    return { width: file.uint16(6, true), height: file.uint16(8, true) };
  },
};
