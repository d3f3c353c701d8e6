import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';
import { describe, expect, it } from 'vitest';

/** The files that a page loads at once, ours below `packages`, when a bundler cuts the program where it loads late. */
async function firstFiles(code: string): Promise<readonly string[]> {
  const { metafile } = await build({
    stdin: { contents: code, resolveDir: fileURLToPath(new URL('.', import.meta.url)), loader: 'js' },
    bundle: true,
    splitting: true,
    platform: 'browser',
    format: 'esm',
    conditions: ['@hypotez/source', 'browser', 'module'],
    outdir: 'first-chunk',
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  const entry = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === '<stdin>');
  if (entry === undefined) throw new Error('esbuild gave no entry.');
  return chunksFrom(metafile, entry[0]).flatMap((chunk) => Object.entries(metafile.outputs[chunk]?.inputs ?? {}))
    .filter(([path, { bytesInOutput }]) => /packages\/|node_modules\//u.test(path) && bytesInOutput > 0)
    .map(([path]) => path.replace(/^.*packages\//u, ''));
}

/** A chunk and those that it imports at once, directly or not. */
function chunksFrom({ outputs }: Metafile, entry: string): readonly string[] {
  const chunks = new Set([entry]);
  for (const chunk of chunks) {
    for (const { kind, path } of outputs[chunk]?.imports ?? []) {
      if (kind !== 'dynamic-import') chunks.add(path);
    }
  }
  return [...chunks];
}

describe.each([
  ['the plugin', "export { StabilityAI_SD35Large } from '@hypotez/provider-stabilityai-sd35';"],
  ['the registry with the plugin', "export { createRegistry } from '@hypotez/provider-core'; export { stabilityAiSd35 } from '@hypotez/provider-stabilityai-sd35';"],
])('what a page loads at once for %s', (_what, code) => {
  it('makes a picture, and looks into none', async () => {
    const files = await firstFiles(code);
    expect(files).toContain('provider-core/src/transport/create-http.ts');
    expect(files.filter((path) => path.startsWith('provider-core/src/images/'))).toEqual(['provider-core/src/images/image-download.ts']);
  });

  it('holds nothing for several images, for addresses that a server names, or for the signature of a Space', async () => {
    const files = await firstFiles(code);
    for (const late of ['provider-core/src/fan-out/', 'provider-core/src/transport/addresses/', 'provider-gradio/src/signature/']) {
      expect(files.filter((path) => path.startsWith(late))).toEqual([]);
    }
  });

  it('holds neither what tries again after a failure nor what waits for a place', async () => {
    const files = await firstFiles(code);
    expect(files.filter((path) => /^provider-core\/src\/resilience\/(?:fail-over|call-queue)/u.test(path))).toEqual([]);
    expect(files.filter((path) => /(?:^|\/)node_modules\/(?:cockatiel|p-queue)\//u.test(path))).toEqual([]);
  });

  it('holds the forms for browsers alone', async () => {
    expect((await firstFiles(code)).filter((path) => path.includes('.node.'))).toEqual([]);
  });
});
