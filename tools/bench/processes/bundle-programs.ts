import { build } from 'esbuild';

/** Makes JavaScript of programs, in a folder from which they find the packages that they import. */
export async function bundlePrograms(entryPoints: string[], folder: string): Promise<void> {
  await build({
    entryPoints,
    outdir: folder,
    bundle: true,
    // Each subject stays a file of its own, and the packages are those that are installed.
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node22',
    logLevel: 'error',
  });
}
