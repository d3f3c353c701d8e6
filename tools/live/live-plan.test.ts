import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workspaceRoot } from '../docs/workspace-root.ts';
import { providerPackages, type ProviderPackage } from '../providers/provider-packages.ts';
import { livePlan } from './live-plan.ts';

let root: string;
let packages: readonly ProviderPackage[];

beforeAll(async () => {
  // The first plugin under another roof, once with a live test and once without.
  root = await mkdtemp(join(tmpdir(), 'hypotez-live-'));
  await symlink(join(workspaceRoot, 'node_modules'), join(root, 'node_modules'), 'junction');
  for (const name of ['provider-stabilityai-sd35', 'provider-stability-ai-sd35', 'provider-core']) {
    await mkdir(join(root, 'packages', name, 'src'), { recursive: true });
    await writeFile(join(root, 'packages', name, 'package.json'), '{}');
    await writeFile(join(root, 'packages', name, 'src', 'index.ts'), "export * from '@hypotez/provider-stabilityai-sd35';");
  }
  const folder = join(root, 'packages/provider-stabilityai-sd35/src/live');
  await mkdir(folder);
  await writeFile(join(folder, 'stabilityai-sd35.live.test.ts'), '');
  packages = providerPackages(root);
});

afterAll(() => rm(root, { recursive: true }));

describe('the plan of the live tests', () => {
  const ids = (files: readonly string[]): readonly string[] => files.map((file) => file.replace(/^.*\/(.*)\.live\.test\.ts$/u, '$1'));

  it('runs those whose key stands in the environment', async () => {
    const { files, leftOut } = await livePlan(packages, { HF_TOKEN: 'hf_x' });
    expect(ids(files)).toEqual(['stabilityai-sd35']);
    expect(leftOut).toEqual(['stability-ai-sd35 has no live test']);
  });

  it.each([{}, { HF_TOKEN: '' }, { HF_TOKEN: ' ' }, { OTHER: 'x' }])('says why the others are left out: %j', async (environment) => {
    const { files, leftOut } = await livePlan(packages, environment);
    expect(files).toEqual([]);
    expect(leftOut).toContain('stabilityai-sd35: HF_TOKEN is not set');
  });
});
