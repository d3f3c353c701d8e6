import type { ImageSize } from '../sizes/size-bounds.ts';
import type { ImageBytes } from './image-bytes.ts';

/** An image format that is taken: how its files begin, and how they are gone through from the beginning to their end. */
export interface ImageFormat {
  /** Name for people. */
  readonly name: string;
  /** Media type, such as `image/png`. */
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif' | 'image/avif';
  /** Usual ending of a file name, without the dot. */
  readonly extension: 'png' | 'jpg' | 'webp' | 'gif' | 'avif';
  /** How a file begins, one character a byte. */
  readonly beginning: RegExp;
  /**
   * Goes through a whole file and reads its sides.
   *
   * @throws {BadImageError} when the file ends before the format does, contradicts itself, or goes on behind its end.
   */
  readonly readSize: (file: ImageBytes) => ImageSize;
}
