import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workspaceRoot } from '../../../docs/workspace-root.ts';

/** What a workspace is made of, beside its packages. */
const FILES = [
  'package.json', 'nx.json', 'tsconfig.json', 'tsconfig.base.json', 'vitest.config.ts', 'eslint.config.js', '.gitignore', 'README.md', 'AGENTS.md', 'LICENSE', 'docs', 'tools',
];

/** What is not copied: libraries, which are linked, and what was made of tests. */
const LEFT_OUT = /(?:^|[/\\])(?:node_modules|\.stryker-tmp|dist[/\\]spec|dist[/\\]typescript-7-[^/\\]+)$|^tools[/\\]dist$/u;

/** A copy of the workspace in which packages can be made. */
export interface WorkspaceCopy extends AsyncDisposable {
  readonly folder: string;
  /** Does for a new package what `npm install` would: makes it known by its name. */
  link(packageName: string): Promise<void>;
}

/** Copies the workspace with what was built of it; the packages of others are those of the original. */
export async function copyWorkspace(): Promise<WorkspaceCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'hypotez-workspace-'));
  const copy = (path: string): Promise<void> => cp(join(workspaceRoot, path), join(folder, path), {
    recursive: true, preserveTimestamps: true, verbatimSymlinks: true, filter: (source) => !LEFT_OUT.test(source.slice(workspaceRoot.length)),
  });
  await Promise.all(FILES.map(copy));
  const names = await readdir(join(workspaceRoot, 'packages'));
  await Promise.all(names.map((name) => copy(join('packages', name))));
  // Some packages have libraries of their own.
  for (const path of ['tools', ...names.map((name) => join('packages', name))]) await symlink(join(workspaceRoot, path, 'node_modules'), join(folder, path, 'node_modules'), 'junction');
  await mkdir(join(folder, 'node_modules', '@hypotez'), { recursive: true });
  for (const name of await readdir(join(workspaceRoot, 'node_modules'))) {
    if (name !== '@hypotez') await symlink(join(workspaceRoot, 'node_modules', name), join(folder, 'node_modules', name), 'junction');
  }
  const link = (name: string): Promise<void> => symlink(join(folder, name === 'tools' ? name : join('packages', name)), join(folder, 'node_modules', '@hypotez', name), 'junction');
  for (const name of ['tools', ...names]) await link(name);
  return { folder, link, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}
