import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Path of a temporary file in `folder`, hidden, and named after what it will become. */
export function temporaryPath(folder: string, name: string): string {
  return join(folder, `.${name}.${randomBytes(4).toString('hex')}.part`);
}

/**
 * Writes a file that exists only while `use` runs; `use` may move it away.
 *
 * All of it is synchronous: a signal cannot come in between, so that no way of ending the process but a kill leaves it
 * behind.
 */
export function withTemporaryFile<Result>(path: string, bytes: Uint8Array, use: () => Result): Result {
  // `wx`: what already lies there, a link of somebody else for instance, is not written through.
  const file = openSync(path, 'wx');
  try {
    try {
      writeFileSync(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    return use();
  } finally {
    rmSync(path, { force: true });
  }
}
