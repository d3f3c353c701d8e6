import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundlePrograms } from '../../bench/processes/bundle-programs.ts';

/** Compiles the child into a folder, where it finds the packages that are installed there; gives its file. */
export async function compileChild(folder: string): Promise<string> {
  await bundlePrograms([fileURLToPath(new URL('../child/child.ts', import.meta.url))], folder);
  return join(folder, 'child.js');
}
