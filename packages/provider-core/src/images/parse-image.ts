import { BadImageError } from '../errors/bad-image-error.ts';
import { describeBytes } from './describe-bytes.ts';
import { ImageBytes } from './image-bytes.ts';
import type { ImageFile } from './image-file.ts';
import { IMAGE_FORMATS } from './image-formats.ts';

/** Longest side that is believed, in pixels. */
const MAXIMUM_SIDE = 16_384;

/** What `parseImage` holds an image to. */
export interface ImageLimits {
  /** Longest side, in pixels. Default 16384. */
  readonly maximumSide?: number | undefined;
}

/**
 * Takes bytes as an image: by their beginning and their structure from there to the format's own end.
 *
 * The `Content-Type` of a server is not asked: error pages come as `image/png`, and Gradio names no type at all. Pixels are
 * not decoded, so their number is no limit here: a program that decodes 16384 × 16384 pixels needs 1 GiB.
 *
 * @throws {BadImageError} when they are none of PNG, JPEG, WebP, GIF and AVIF, are cut short or damaged, go on behind their
 *   end with anything but padding, or claim a side above the limit.
 */
export function parseImage(bytes: Uint8Array, { maximumSide = MAXIMUM_SIDE }: ImageLimits = {}): ImageFile {
  const beginning = String.fromCharCode(...bytes.subarray(0, 64));
  const format = IMAGE_FORMATS.find((known) => known.beginning.test(beginning));
  if (format === undefined) throw new BadImageError(`Instead of an image came ${describeBytes(bytes)}.`);
  const { mediaType, extension, readSize } = format;
  const { width, height } = readSize(new ImageBytes(bytes, mediaType));
  if (width < 1 || height < 1 || width > maximumSide || height > maximumSide) {
    throw new BadImageError(`The image claims to be ${width.toString()} × ${height.toString()} pixels; a side may have 1 to ${maximumSide.toString()}.`);
  }
  return { bytes: isUnshared(bytes) ? bytes : new Uint8Array(bytes), mediaType, extension, width, height };
}

/** A `Blob` takes no bytes whose memory other threads may write to. */
function isUnshared(bytes: Uint8Array): bytes is Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer;
}
