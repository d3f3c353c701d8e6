import type { Sharp } from 'sharp';
import type { PixelSize } from './terminal-answer.ts';

/** Pixels of the largest picture that is decoded for a terminal. */
const MOST_PIXELS = 64 * 1024 * 1024;

/** Decodes pictures of any kind and scales them. */
export interface PictureDecoder {
  /** The picture in RGBA, 4 bytes a pixel. Rejects when the bytes are no whole picture. */
  pixels(bytes: Uint8Array, size: PixelSize): Promise<Uint8Array>;
  /** The picture as a PNG. Rejects when the bytes are no whole picture. */
  png(bytes: Uint8Array, size: PixelSize): Promise<Uint8Array>;
}

/** Loads the decoder; `undefined` where the optional package `sharp` is not installed, or not for this machine. */
export async function loadPictureDecoder(): Promise<PictureDecoder | undefined> {
  const sharp = await import('sharp').then((module) => module.default, () => undefined);
  if (sharp === undefined) return undefined;
  const scaled = (bytes: Uint8Array, { width, height }: PixelSize): Sharp =>
    sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).resize(width, height, { fit: 'fill' }).toColourspace('srgb').ensureAlpha();
  return {
    pixels: (bytes, size) => scaled(bytes, size).raw().toBuffer(),
    png: (bytes, size) => scaled(bytes, size).png().toBuffer(),
  };
}
