import { BadImageError } from '../errors/bad-image-error.ts';
import type { ImageFile } from './image-file.ts';
import { imageFormat } from './image-format.ts';

/** Longest side that is believed, in pixels. */
const MAXIMUM_SIDE = 16_384;

/**
 * Takes bytes as an image.
 *
 * @throws {BadImageError} when they are none of PNG, JPEG, WebP and GIF, are cut short, or claim a side above 16384 pixels.
 */
export function parseImage(bytes: Uint8Array): ImageFile {
  const format = imageFormat(bytes);
  if (format === undefined) throw new BadImageError(`Instead of an image came ${describeBytes(bytes)}.`);
  const { mediaType, extension, width, height, whole } = format;
  if (!whole) throw new BadImageError(`The image (${mediaType}, ${bytes.length.toString()} bytes) is cut short.`);
  if (width < 1 || height < 1 || width > MAXIMUM_SIDE || height > MAXIMUM_SIDE) {
    throw new BadImageError(`The image claims to be ${width.toString()} × ${height.toString()} pixels; a side may have 1 to ${MAXIMUM_SIDE.toString()}.`);
  }
  return { bytes, mediaType, extension, width, height };
}

function describeBytes(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'nothing, an empty answer';
  const beginning = new TextDecoder().decode(bytes.subarray(0, 256)).trimStart().toLowerCase();
  if (beginning.startsWith('<svg') || beginning.startsWith('<?xml')) return 'an SVG or XML document';
  if (beginning.startsWith('<')) return 'an HTML page';
  if (beginning.startsWith('{') || beginning.startsWith('[')) return 'a JSON text';
  return `${bytes.length.toString()} bytes of no known image format (PNG, JPEG, WebP, GIF)`;
}
