import type { Tree } from '@nx/devkit';

/**
 * Adds a package to the references of the root's `tsconfig.json`, behind the other providers, and leaves every other line as
 * it is.
 *
 * @throws {Error} when there is no provider to add it behind.
 */
export function addReference(tree: Tree, folder: string): void {
  const lines = (tree.read('tsconfig.json', 'utf8') ?? '').split('\n');
  const last = lines.findLastIndex((line) => line.includes('"path": "./packages/provider-'));
  const [, indent, reference, comma] = /^(\s*)(\{.*\})(,?)$/u.exec(lines[last] ?? '') ?? [];
  if (indent === undefined || reference === undefined || comma === undefined) throw new Error('The tsconfig.json of the workspace names no provider on a line of its own.');
  // The last line of a list has no comma.
  lines.splice(last, 1, `${indent}${reference},`, `${indent}{ "path": "./${folder}" }${comma}`);
  tree.write('tsconfig.json', lines.join('\n'));
}
