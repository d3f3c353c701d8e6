import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Metafile, type Plugin } from 'esbuild';

/** What a bundle weighs and holds. */
export interface Bundle {
  readonly minifiedBytes: number;
  readonly gzipBytes: number;
  /** Minified bytes of each package, heaviest first. */
  readonly packages: readonly { readonly name: string; readonly bytes: number }[];
  /** What has no place in a browser and is there all the same: `node:` imports and undici. */
  readonly forbidden: readonly string[];
}

/** What is bundled, beside the program. */
export interface BundleOptions {
  /** Folder from which packages are found. Default: this one, which finds ours. */
  readonly folder?: string;
  /** Whether what is loaded late (`import()`) counts too. Default true. */
  readonly isWhole?: boolean;
}

/** Leaves outside what a program loads late. */
const WITHOUT_LATE: Plugin = {
  name: 'without late',
  setup: (building) => {
    building.onResolve({ filter: /./ }, ({ kind, path }) => (kind === 'dynamic-import' ? { path, external: true } : undefined));
  },
};

/** Where a file belongs that is of no package. */
const PROGRAM = 'the program';

/**
 * Bundles a program for browsers, minified, as one ES module: ours from the sources, others as they are installed in `folder`.
 */
export async function bundle(code: string, { folder = fileURLToPath(new URL('.', import.meta.url)), isWhole = true }: BundleOptions = {}): Promise<Bundle> {
  const { metafile, outputFiles } = await build({
    stdin: { contents: code, resolveDir: folder, loader: 'js' },
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'esm',
    conditions: ['@hypotez/source', 'browser', 'module'],
    // Left outside, so that they are counted below; esbuild alone would stop at the first one.
    external: ['node:*'],
    plugins: isWhole ? [] : [WITHOUT_LATE],
    write: false,
    metafile: true,
    legalComments: 'none',
    logLevel: 'error',
  });
  const [output] = outputFiles;
  if (output === undefined) throw new Error('esbuild gave no bundle.');
  return {
    minifiedBytes: output.contents.byteLength,
    gzipBytes: gzipSync(output.contents, { level: 9 }).byteLength,
    packages: packagesOf(metafile),
    forbidden: forbiddenIn(metafile),
  };
}

function packagesOf({ outputs }: Metafile): Bundle['packages'] {
  const bytes = new Map<string, number>();
  for (const [path, { bytesInOutput }] of Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs))) {
    const name = packageOf(path);
    // The program itself is a line of exports.
    if (bytesInOutput > 0 && name !== PROGRAM) bytes.set(name, (bytes.get(name) ?? 0) + bytesInOutput);
  }
  return [...bytes].map(([name, sum]) => ({ name, bytes: sum })).toSorted((left, right) => right.bytes - left.bytes);
}

/** The package that a file belongs to: below `node_modules`, else the workspace's own, else the program itself. */
function packageOf(path: string): string {
  const [, installed] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//u.exec(path) ?? [];
  const [, own] = /(?:^|\/)packages\/([^/]+)\//u.exec(path) ?? [];
  return installed ?? (own === undefined ? PROGRAM : `@hypotez/${own}`);
}

function forbiddenIn({ inputs, outputs }: Metafile): readonly string[] {
  const external = Object.values(outputs).flatMap(({ imports }) => imports.filter(({ external: isOutside, kind }) => isOutside === true && kind !== 'dynamic-import').map(({ path }) => path));
  return [...new Set([...external, ...Object.keys(inputs).filter((path) => packageOf(path) === 'undici')])];
}
