import { isBuiltin } from 'node:module';
import { fileURLToPath } from 'node:url';
import { ConformanceError } from '../conformance-error.ts';
import type { PluginEntry } from '../conformance-scenario.ts';

/** What a bundle is for. */
export type BundlePlatform = 'browser' | 'node';

const ADVICE = 'Reach the network through context.http, time through context.clock and chance through context.random; what only Node has belongs behind a condition of package.json. '
  + 'entry names the module and the factory that it exports.';

/** In the repository everything runs from its sources; who installed the kit has what was built. */
const CONDITIONS = import.meta.url.endsWith('.ts') ? ['@hypotez/source'] : [];

/**
 * Bundles a plugin with everything that it imports into one script, whose last expression has the form of `PluginExports`.
 *
 * @throws {ConformanceError} when there is no esbuild, or the plugin cannot be bundled for the platform.
 */
export async function bundlePlugin({ module, factory }: PluginEntry, platform: BundlePlatform): Promise<string> {
  const path = module instanceof URL ? fileURLToPath(module) : module;
  return bundle(`export { createProviderContext } from '@hypotez/provider-core'; export { ${factory} as factory } from ${JSON.stringify(path)};`, platform, path);
}

/** Bundles the part of this kit that runs in a thread. */
export function bundleModule(url: URL): Promise<string> {
  return bundle(`export * from ${JSON.stringify(fileURLToPath(url))};`, 'node', fileURLToPath(url));
}

async function bundle(contents: string, platform: BundlePlatform, path: string): Promise<string> {
  const { build } = await import('esbuild').catch(() => {
    throw new ConformanceError('There is no esbuild to bundle the plugin with.', 'Add it: npm install --save-dev esbuild.');
  });
  const found: string[] = [];
  try {
    const { outputFiles: [file] } = await build({
      stdin: { contents, resolveDir: process.cwd(), loader: 'js' },
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'bundled',
      platform,
      // A page that loads a part late has it; here there is one script, which imports nothing any more.
      splitting: false,
      conditions: CONDITIONS,
      logLevel: 'silent',
      plugins: [{
        name: 'node-modules-are-found',
        setup: (esbuild) => {
          if (platform === 'browser') esbuild.onResolve({ filter: /.*/ }, ({ path: name, importer }) => { if (isBuiltin(name)) found.push(`${name}, imported by ${importer}`); return undefined; });
        },
      }],
    });
    if (found.length > 0) throw new Error(found.join('\n'));
    return `${file?.text ?? ''}\nbundled;`;
  } catch (thrown) {
    const why = found.length > 0 ? `it reaches what only Node has:\n${found.join('\n')}` : String(thrown);
    throw new ConformanceError(`${path} cannot be bundled for ${platform === 'browser' ? 'browsers' : 'Node'}: ${why}`, ADVICE);
  }
}
