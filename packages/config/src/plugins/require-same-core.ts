import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { satisfies } from 'semver';
import * as v from 'valibot';
import { PluginFailure } from './plugin-failure.ts';

const CORE = '@hypotez/provider-core';
const manifestSchema = v.object({ name: v.optional(v.string()), version: v.optional(v.string()), peerDependencies: v.optional(v.record(v.string(), v.string())) });
type Manifest = v.InferOutput<typeof manifestSchema>;

/**
 * Makes sure that a plugin was made for the core that is here, by the `peerDependencies` of the package that its file is in.
 *
 * @throws {PluginFailure} when it asks for another version.
 */
export function requireSameCore(file: string): void {
  const wanted = nearestManifest(dirname(file), () => true)?.peerDependencies?.[CORE];
  const here = coreVersion();
  if (wanted === undefined || satisfies(here, wanted, { includePrerelease: true })) return;
  throw new PluginFailure('core-version', `It needs ${CORE} ${wanted}, and ${here} is here.`);
}

function coreVersion(): string {
  const entry = dirname(fileURLToPath(import.meta.resolve(CORE)));
  return nearestManifest(entry, ({ name }) => name === CORE)?.version ?? '0.0.0';
}

function nearestManifest(folder: string, isWanted: (manifest: Manifest) => boolean): Manifest | undefined {
  const manifest = readManifest(join(folder, 'package.json'));
  if (manifest !== undefined && isWanted(manifest)) return manifest;
  const above = dirname(folder);
  return above === folder ? undefined : nearestManifest(above, isWanted);
}

function readManifest(file: string): Manifest | undefined {
  try {
    return v.parse(manifestSchema, JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // None there, or none that says anything.
    return undefined;
  }
}
