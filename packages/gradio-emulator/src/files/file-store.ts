import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { SpaceImage } from '../functions/space-function.ts';

/** A file that the Space serves. */
export interface StoredFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly etag: string;
  readonly lastModified: Date;
}

/** The folder that Gradio would keep its files in. */
const servedFolder = '/tmp/gradio';

/** Whether a path leads into the folder of served files. */
export function isServedFolder(path: string): boolean {
  return posix.normalize(path).startsWith(`${servedFolder}/`);
}

/**
 * Pictures in memory, under the paths Gradio would have given them on disk.
 *
 * Holds a bounded number of files and bytes; the oldest go first.
 */
export class FileStore {
  readonly #files = new Map<string, StoredFile>();
  readonly #maximumFiles: number;
  readonly #maximumBytes: number;
  #bytes = 0;

  /** Defaults: 500 files, 256 MiB. */
  constructor(maximumFiles = 500, maximumBytes = 256 * 1024 * 1024) {
    this.#maximumFiles = maximumFiles;
    this.#maximumBytes = maximumBytes;
  }

  /** Keeps a picture and returns its path. Equal bytes have one path, as in Gradio's cache. */
  add(image: SpaceImage): string {
    const hash = createHash('sha256').update(image.bytes).digest('hex');
    const name = image.name ?? 'image.png';
    const path = `${servedFolder}/${hash}/${name}`;
    this.#remove(path);
    this.#files.set(path, { name, bytes: image.bytes, etag: `"${hash.slice(0, 32)}"`, lastModified: new Date() });
    this.#bytes += image.bytes.byteLength;
    this.#evict();
    return path;
  }

  get(path: string): StoredFile | undefined {
    return this.#files.get(path);
  }

  #evict(): void {
    for (const path of this.#files.keys()) {
      const fits = this.#files.size <= this.#maximumFiles && this.#bytes <= this.#maximumBytes;
      // The newest file always stays: its URL is about to be handed out.
      if (fits || this.#files.size === 1) return;
      this.#remove(path);
    }
  }

  #remove(path: string): void {
    const file = this.#files.get(path);
    if (file === undefined) return;
    this.#bytes -= file.bytes.byteLength;
    this.#files.delete(path);
  }
}
