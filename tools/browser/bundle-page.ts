import { fileURLToPath } from 'node:url';
import { basename } from 'node:path';
import { build } from 'esbuild';

/** Bundles the pages from the sources as an application would, what is loaded late in files of its own: name and text of each. */
export async function bundlePage(): Promise<ReadonlyMap<string, string>> {
  const folder = fileURLToPath(new URL('page', import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [`${folder}/page.ts`, `${folder}/inputs.ts`],
    outdir: folder,
    bundle: true,
    splitting: true,
    minify: true,
    platform: 'browser',
    format: 'esm',
    conditions: ['@hypotez/source', 'browser', 'module'],
    write: false,
    legalComments: 'none',
    logLevel: 'error',
  });
  return new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
}
