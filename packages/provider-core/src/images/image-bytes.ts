import { BadImageError } from '../errors/bad-image-error.ts';

/** The bytes of an image, read at offsets that the file itself names: none is believed before it lies inside. */
export class ImageBytes {
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  readonly #mediaType: string;

  /** `mediaType` is what errors call the file. */
  constructor(bytes: Uint8Array, mediaType: string) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#mediaType = mediaType;
  }

  /** @throws {BadImageError} when the file is shorter than `length` bytes. */
  require(length: number): void {
    if (length > this.bytes.length) throw new BadImageError(`The image (${this.#mediaType}, ${this.bytes.length.toString()} bytes) is cut short.`);
  }

  byte(offset: number): number {
    this.require(offset + 1);
    return this.#view.getUint8(offset);
  }

  uint16(offset: number, littleEndian = false): number {
    this.require(offset + 2);
    return this.#view.getUint16(offset, littleEndian);
  }

  uint32(offset: number, littleEndian = false): number {
    this.require(offset + 4);
    return this.#view.getUint32(offset, littleEndian);
  }

  /** One character a byte. */
  text(offset: number, length: number): string {
    this.require(offset + length);
    return String.fromCharCode(...this.bytes.subarray(offset, offset + length));
  }

  /** The error for a file that contradicts its format; `reason` is in our own words. */
  damaged(reason: string): BadImageError {
    return new BadImageError(`The image (${this.#mediaType}, ${this.bytes.length.toString()} bytes) is damaged: ${reason}.`);
  }

  /** Offset of the first byte from `offset` on that is no padding: neither zero, nor 0xff, nor white space. */
  endOfPadding(offset: number): number {
    let end = offset;
    while (end < this.bytes.length && [0x00, 0x09, 0x0a, 0x0d, 0x20, 0xff].includes(this.byte(end))) end += 1;
    return end;
  }

  /**
   * Some encoders and servers fill a file up, which is harmless. Anything else behind the end makes two files of one, and
   * which of them is seen depends on who looks.
   *
   * @throws {BadImageError} when the file goes on behind its end.
   */
  requireEnd(offset: number): void {
    if (this.endOfPadding(offset) < this.bytes.length) throw this.damaged('something else follows behind its end');
  }
}
