import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { InputError } from '../errors/input-error.ts';
import { describeFileError, fileErrorCode } from './describe-file-error.ts';

/** The largest file that is read, in bytes: what the transport would download at most. */
const MAXIMUM_BYTES = 100 * 1024 * 1024;

/** A picture that was read from the disk. */
export interface PictureFile {
  /** Absolute path. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads a picture from the disk.
 *
 * @throws {InputError} when it cannot be read, is no file, or is larger than 100 MiB.
 */
export async function readPicture(file: string, cwd: string): Promise<PictureFile> {
  const path = resolve(cwd, file);
  try {
    const stats = await stat(path);
    // A pipe or a device may never end.
    if (!stats.isFile()) throw new InputError(`${path} is no file.`, 'Name a picture that hypotez has written.');
    if (stats.size > MAXIMUM_BYTES) throw new InputError(`${path} is larger than 100 MiB.`, 'Name a picture that hypotez has written.');
    return { path, bytes: await readFile(path) };
  } catch (thrown) {
    if (thrown instanceof InputError) throw thrown;
    const reason = fileErrorCode(thrown) === 'ENOENT' ? 'there is no such file' : describeFileError(thrown);
    throw new InputError(`${path} cannot be read: ${reason}.`, 'Check the path.');
  }
}
