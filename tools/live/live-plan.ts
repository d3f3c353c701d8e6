import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadProvider } from '../providers/load-provider.ts';
import type { ProviderPackage } from '../providers/provider-packages.ts';

/** Which live tests can be run, and why the others cannot. */
export interface LivePlan {
  /** Files of tests. */
  readonly files: readonly string[];
  /** Why the others are left out, a sentence each. */
  readonly leftOut: readonly string[];
}

/** Finds the live tests of packages: those whose key stands in the environment can be run. */
export async function livePlan(packages: readonly ProviderPackage[], environment: Readonly<Record<string, string | undefined>>): Promise<LivePlan> {
  const found = await Promise.all(packages.map(async (provider) => {
    const file = join(provider.folder, 'src', 'live', `${provider.id}.live.test.ts`);
    if (!existsSync(file)) return { leftOut: `${provider.id} has no live test` };
    const { keyVariable } = await loadProvider(provider);
    return (environment[keyVariable] ?? '').trim() === '' ? { leftOut: `${provider.id}: ${keyVariable} is not set` } : { file };
  }));
  return {
    files: found.flatMap(({ file }) => (file === undefined ? [] : [file])),
    leftOut: found.flatMap(({ leftOut }) => (leftOut === undefined ? [] : [leftOut])),
  };
}
