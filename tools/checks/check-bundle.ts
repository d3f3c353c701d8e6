import { isBuiltin } from 'node:module';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { readPackage } from './read-package.ts';

/** Modules of runtimes other than browsers that must not be reached. */
const FORBIDDEN = ['undici'];

/** Bundles the built package for the browser and fails on any import that only Node has. */
export async function checkBundle(folder: string): Promise<string> {
  const { name, runsInBrowsers } = await readPackage(folder);
  if (!runsInBrowsers) return 'a program for Node, not bundled';
  const found: string[] = [];
  const result = await build({
    stdin: { contents: `export * from '${name}';`, resolveDir: folder },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    logLevel: 'silent',
    plugins: [{
      name: 'node-modules-are-found',
      setup: (esbuild) => {
        esbuild.onResolve({ filter: /.*/ }, ({ path, importer }) => {
          if (isBuiltin(path) || FORBIDDEN.includes(path)) found.push(`${path}, imported by ${importer}`);
          return undefined;
        });
      },
    }],
  }).catch((error: unknown) => error);
  if (found.length > 0) throw new Error(`reaches what only Node has:\n  ${found.join('\n  ')}`);
  if (result instanceof Error) throw result;
  return `everything together ${(gzipSync(bundleOf(result), { level: 9 }).byteLength / 1024).toFixed(1)} KB minified and gzipped`;
}

function bundleOf(result: unknown): Uint8Array {
  const files: unknown = typeof result === 'object' && result !== null ? Reflect.get(result, 'outputFiles') : undefined;
  const [file] = Array.isArray(files) ? (files as readonly unknown[]) : [];
  const contents: unknown = typeof file === 'object' && file !== null ? Reflect.get(file, 'contents') : undefined;
  if (contents instanceof Uint8Array) return contents;
  throw new Error('esbuild gave no bundle.');
}
