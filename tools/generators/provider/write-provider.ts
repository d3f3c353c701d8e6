import { fileURLToPath } from 'node:url';
import { generateFiles, type Tree } from '@nx/devkit';
import { addReference } from './add-reference.ts';
import { literal } from './literal.ts';
import type { ProviderNames } from './provider-names.ts';
import type { SpaceFacts } from './space/space-facts.ts';

/**
 * Writes the package of a provider, and what the workspace has to know of it.
 *
 * @throws {TypeError} when the name is taken.
 */
export function writeProvider(tree: Tree, found: ProviderNames, facts: SpaceFacts): void {
  const { id, kind } = found;
  const folder = `packages/provider-${id}`;
  if (tree.exists(folder)) throw new TypeError(`There is a ${folder} already.`);
  const example = kind === 'space' ? facts.request : { prompt: 'a lighthouse at dawn', seed: 42 };
  const substitutions = { ...found, ...facts, example, literal, inputNames: facts.inputs.map(({ name }) => `\`${plain(name)}\``).join(', '), path: plain(facts.apiEndpoint) };
  for (const part of ['common', kind]) generateFiles(tree, fileURLToPath(new URL(`files/${part}`, import.meta.url)), folder, substitutions);
  addReference(tree, folder);
}

/** A name of the Space's own, without what would end the code that it stands in on a page. */
function plain(name: string): string {
  return name.replaceAll(/[^\w%/. -]/gu, '');
}
