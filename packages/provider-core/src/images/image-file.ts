import type { ImageFormat } from './image-format.ts';

/** An image in memory. */
export interface ImageFile {
  /** The file as it came from the server, unchanged. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Media type by the bytes themselves, whatever the server claimed. */
  readonly mediaType: ImageFormat['mediaType'];
  /** Usual ending of a file name, without the dot. */
  readonly extension: ImageFormat['extension'];
  /** Width in pixels, from the file's own header. */
  readonly width: number;
  /** Height in pixels, from the file's own header. */
  readonly height: number;
}
