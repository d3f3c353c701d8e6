import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { UsageError } from '../errors/usage-error.ts';
import { describeFileError, fileErrorCode } from '../files/describe-file-error.ts';
import type { CommandIo } from '../process/command-io.ts';

/** Bytes from which on it is no file of settings. */
const LARGEST_FILE = 1024 * 1024;

/**
 * Reads the file `.env` of a folder. It is not put into the environment: only the variables of this command are looked up.
 *
 * @throws {UsageError} when there is one that cannot be read.
 */
export function readEnvFile(folder: string): CommandIo['env'] {
  const path = join(folder, '.env');
  try {
    const file = statSync(path, { throwIfNoEntry: false });
    // A folder of this name is a virtual environment of Python, and a pipe would never end.
    if (file?.isFile() !== true) return {};
    if (file.size > LARGEST_FILE) throw new UsageError(`${path} has more than 1 MiB, so it is no file of settings.`);
    return parseEnv(readFileSync(path, 'utf8'));
  } catch (thrown) {
    if (thrown instanceof UsageError) throw thrown;
    if (fileErrorCode(thrown) === 'ENOENT') return {};
    throw new UsageError(`${path} cannot be read: ${describeFileError(thrown)}.`);
  }
}
