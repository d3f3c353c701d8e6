import { mkdirSync, statSync } from 'node:fs';
import { basename, dirname, resolve, sep } from 'node:path';
import { OutputError } from '../errors/output-error.ts';
import { describeFileError } from './describe-file-error.ts';
import { temporaryPath, withTemporaryFile } from './temporary-file.ts';

/** Where the picture goes. */
export interface OutputTarget {
  /** An existing folder that was written to. */
  readonly folder: string;
  /** The name that was asked for; `undefined` means the default one. */
  readonly name?: string | undefined;
}

/**
 * Finds out where the picture goes, and that it can go there. A folder that is named with a slash at its end is made.
 *
 * @throws {OutputError} when a file cannot be made there.
 */
export function openTarget(output: string | undefined, cwd: string): OutputTarget {
  const path = resolve(cwd, output ?? '.');
  const isNamedAsFolder = output?.endsWith('/') === true || output?.endsWith(sep) === true;
  try {
    if (isNamedAsFolder) mkdirSync(path, { recursive: true });
    const isFolder = isNamedAsFolder || statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
    const target = isFolder ? { folder: path } : { folder: dirname(path), name: basename(path) };
    // Permissions alone do not tell: read-only disks, access lists and names that are too long show only when it is tried.
    withTemporaryFile(temporaryPath(target.folder, target.name ?? 'hypotez'), new Uint8Array(), () => undefined);
    return target;
  } catch (thrown) {
    throw new OutputError(`The picture cannot be written to ${path}: ${describeFileError(thrown)}.`);
  }
}
