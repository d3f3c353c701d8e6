import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { propertyOf } from '../json/property-of.ts';
import type { ReadFile } from './read-file.ts';
import { UnusableInputError } from './unusable-input-error.ts';

const NO_FILE = 'it is no file, but a device, a pipe or a socket';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  ENAMETOOLONG: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
  EPERM: 'it may not be read',
  ELOOP: 'its links lead round in a circle',
  ENXIO: NO_FILE,
  ERR_INVALID_ARG_VALUE: 'it is no path',
};

// Opening a pipe to which nobody writes would have no end. Windows knows neither of the two; there they count as nothing.
const HOW = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY;

/**
 * Reads the file of an input image. This is the form for Node, Bun and Deno.
 *
 * Of the file no more is read than it has when it is opened, and nothing where that is above the limit.
 *
 * @throws {UnusableInputError} when there is no such file, or it is none that ends.
 */
export const readFile: ReadFile = async (path, limitBytes, signal) => {
  try {
    const file = await open(path, HOW);
    try {
      return await contentOf(file, limitBytes, signal);
    } finally {
      await file.close();
    }
  } catch (thrown) {
    if (thrown instanceof UnusableInputError || signal.aborted) throw thrown;
    const code = propertyOf(thrown, 'code');
    throw new UnusableInputError(typeof code === 'string' ? (REASONS[code] ?? `it cannot be read: ${code}`) : 'it cannot be read', { cause: thrown });
  }
};

async function contentOf(file: FileHandle, limitBytes: number, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const found = await file.stat();
  if (found.isDirectory()) throw new UnusableInputError('it is a folder');
  if (!found.isFile()) throw new UnusableInputError(NO_FILE);
  // So does what has no end in the file systems of the system itself, as /proc.
  if (found.size === 0) throw new UnusableInputError('it is empty');
  if (found.size > limitBytes) throw new UnusableInputError(`it has ${found.size} bytes, more than ${limitBytes} (limits.imageBytes)`);
  const bytes = new Uint8Array(found.size);
  let filled = 0;
  while (filled < bytes.length) {
    signal.throwIfAborted();
    const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, filled);
    if (bytesRead === 0) return bytes.slice(0, filled);
    filled += bytesRead;
  }
  return bytes;
}
