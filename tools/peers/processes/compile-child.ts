import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Compiles the child into a folder, where it finds the packages that are installed there; gives its file. */
export async function compileChild(folder: string): Promise<string> {
  await build({
    entryPoints: [fileURLToPath(new URL('../child/child.ts', import.meta.url))],
    outdir: folder,
    bundle: true,
    // Each subject stays a file of its own, which is loaded only by whom it is for.
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node22',
    logLevel: 'error',
  });
  return join(folder, 'child.js');
}
