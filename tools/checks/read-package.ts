import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the checks read of a `package.json`. */
export interface PackageManifest {
  readonly name: string;
  /** Whether it runs in browsers: every package but the programs for Node. */
  readonly runsInBrowsers: boolean;
}

/** Packages that are programs for Node; everything else runs in browsers too. */
const NODE_ONLY: ReadonlySet<string> = new Set(['@hypotez/cli', '@hypotez/config', '@hypotez/gradio-emulator', '@hypotez/provider-testkit']);

/** Reads the manifest of the package in a folder. */
export async function readPackage(folder: string): Promise<PackageManifest> {
  const manifest: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const name: unknown = typeof manifest === 'object' && manifest !== null ? Reflect.get(manifest, 'name') : undefined;
  if (typeof name !== 'string') throw new Error(`${join(folder, 'package.json')} has no name.`);
  return { name, runsInBrowsers: !NODE_ONLY.has(name) };
}
