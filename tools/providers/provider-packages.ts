import { globSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceRoot } from '../docs/workspace-root.ts';

/** A package that holds a plugin. */
export interface ProviderPackage {
  /** What follows `provider-` in the name of its folder, which is the id of its plugin too. */
  readonly id: string;
  /** Its folder, absolute. */
  readonly folder: string;
}

/** What plugins are built upon and tried with. */
const BASES: ReadonlySet<string> = new Set(['core', 'gradio', 'testkit']);

/** The packages of a workspace that hold a plugin, in the order of their names. */
export function providerPackages(root: string = workspaceRoot): readonly ProviderPackage[] {
  return globSync('packages/provider-*/package.json', { cwd: root })
    .map((manifest) => manifest.replaceAll('\\', '/').replace(/^packages\/provider-|\/package\.json$/gu, ''))
    .filter((id) => !BASES.has(id))
    .toSorted()
    .map((id) => ({ id, folder: join(root, 'packages', `provider-${id}`) }));
}
