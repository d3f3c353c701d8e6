import { randomInt } from 'node:crypto';
import type { ImageFile } from '@hypotez/provider-core';
import { image as itermPicture } from 'ansi-escapes';
import type { OutputStream } from '../process/command-io.ts';
import type { PictureDecoder } from './decode-picture.ts';
import { fitPicture, type FittedPicture } from './fit-picture.ts';
import type { ImageProtocol } from './image-protocol.ts';
import { eraseKittyPicture, kittyPicture } from './kitty-picture.ts';
import type { PixelSize } from './terminal-answer.ts';

/** Where the terminal does not tell. Sixels are rather too small, so that nothing is covered; the others are scaled by it. */
const USUAL_CELLS: Readonly<Record<ImageProtocol, PixelSize>> = {
  kitty: { width: 12, height: 24 },
  iterm: { width: 12, height: 24 },
  sixel: { width: 8, height: 16 },
};

/** A picture as it is written to the terminal, with the cursor in its upper left corner. */
export interface TerminalPicture {
  readonly sequence: string;
  /** Lines that it takes. */
  readonly rows: number;
  /** What has to be written to take it away, besides blank cells. */
  readonly erase: string;
}

/** What pictures are drawn with. */
export interface PictureRendererOptions {
  readonly protocol: ImageProtocol;
  readonly decoder: PictureDecoder;
  readonly stream: OutputStream;
  /** Size of one character in pixels, as the terminal tells it. */
  readonly cell?: PixelSize | undefined;
}

/**
 * Makes terminal sequences of picture files. Whatever a server sent, only pixels that were decoded and encoded anew reach
 * the terminal.
 */
export class PictureRenderer {
  readonly #options: PictureRendererOptions;
  #kittyId = randomInt(1, 2 ** 31);

  constructor(options: PictureRendererOptions) {
    this.#options = options;
  }

  /** What follows is another picture, not a better one of the same. */
  begin(): void {
    this.#kittyId += 1;
  }

  /** Draws a picture; `undefined` where there is no room for it, or when it cannot be decoded. */
  async render(file: ImageFile): Promise<TerminalPicture | undefined> {
    const { stream, protocol, cell = USUAL_CELLS[protocol] } = this.#options;
    const fitted = fitPicture(file, { columns: stream.columns ?? 80, rows: stream.rows ?? 24, cell });
    if (fitted === undefined) return undefined;
    try {
      const sequence = await this.#encode(file, fitted);
      return { sequence, rows: fitted.rows, erase: protocol === 'kitty' ? eraseKittyPicture(this.#kittyId) : '' };
    } catch {
      // The picture on the disk is what counts; this one is for the eye.
      return undefined;
    }
  }

  async #encode({ bytes }: ImageFile, { pixels, columns, rows }: FittedPicture): Promise<string> {
    const { protocol, decoder, cell } = this.#options;
    switch (protocol) {
      case 'kitty':
        return kittyPicture(await decoder.png(bytes, pixels), { id: this.#kittyId, box: cell === undefined ? { columns, rows } : undefined });
      case 'iterm':
        return itermPicture(await decoder.png(bytes, pixels), { width: columns, height: rows, preserveAspectRatio: true });
      case 'sixel': {
        const { image2sixel } = await import('sixel');
        // A copy of its own: the encoder writes into what it is given, and mistakes a Buffer for an array that `slice` copies.
        const rgba = new Uint8Array(await decoder.pixels(bytes, pixels));
        return image2sixel(rgba, pixels.width, pixels.height);
      }
    }
  }
}
