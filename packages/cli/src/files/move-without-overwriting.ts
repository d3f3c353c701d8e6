import { existsSync, linkSync, renameSync } from 'node:fs';
import { fileErrorCode } from './describe-file-error.ts';

/** Gives a file its final name, all at once. False when something has that name already. */
export function moveWithoutOverwriting(from: string, to: string): boolean {
  try {
    // A rename would replace a file that appeared since one looked; a second name for the same file cannot.
    linkSync(from, to);
    return true;
  } catch (thrown) {
    if (fileErrorCode(thrown) === 'EEXIST') return false;
  }
  // Some file systems have no hard links (FAT, many network drives).
  if (existsSync(to)) return false;
  renameSync(from, to);
  return true;
}
