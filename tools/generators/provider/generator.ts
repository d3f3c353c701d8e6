import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { generateFiles, installPackagesTask, logger, type Tree } from '@nx/devkit';
import { addReference } from './add-reference.ts';
import { providerNames, type ProviderOptions } from './provider-names.ts';

/** What can be said to `nx g @hypotez/tools:provider`. */
export interface GeneratorOptions extends ProviderOptions {
  /** Leaves `npm install` to the caller. Default false. */
  readonly skipInstall?: boolean;
}

/**
 * Makes the package of a provider, which passes all checks as it comes.
 *
 * @throws {TypeError} when the name is taken, or something is said that does not fit.
 */
export default function generateProvider(tree: Tree, { skipInstall = false, ...options }: GeneratorOptions): () => void {
  const found = providerNames(options);
  const { id, kind, url } = found;
  const folder = `packages/provider-${id}`;
  if (tree.exists(folder)) throw new TypeError(`There is a ${folder} already.`);
  for (const part of ['common', kind]) generateFiles(tree, fileURLToPath(new URL(`files/${part}`, import.meta.url)), folder, { ...found });
  addReference(tree, folder);
  return () => {
    if (!skipInstall) installPackagesTask(tree, true);
    execFileSync(process.execPath, ['--conditions=@hypotez/source', 'tools/providers/main.ts', id], { cwd: tree.root, stdio: 'inherit' });
    logger.info([
      `\nIt passes its tests: cd ${folder} && npx vitest run`,
      `It was written for ${url}; what is to be made true is in docs/adding-a-provider.md.`,
    ].join('\n'));
  };
}
