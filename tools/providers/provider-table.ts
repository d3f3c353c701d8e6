import type { AsyncGeneratorProvider } from '@hypotez/provider-core';
import { markdownTable } from '../docs/markdown/markdown-table.ts';
import type { LoadedProvider } from './load-provider.ts';
import { code, givenBy, takenBy } from './model-table.ts';
import type { ProviderPackage } from './provider-packages.ts';

/** A provider and its package, for the table of all of them. */
export interface ListedProvider extends LoadedProvider, ProviderPackage {
  /** The sentence of its `package.json`. */
  readonly description: string;
}

/** Makes the table of all providers, from their catalogues; what is said of one holds for its default model. */
export function providerTable(providers: readonly ListedProvider[]): string {
  return markdownTable(['package', 'service', 'aliases', 'takes', 'gives', 'key'], providers.map((listed) => {
    const { id, description, provider, plugin } = listed;
    const names = plugin === undefined ? 'those of its options' : code(plugin.models.flatMap(({ aliases }) => aliases));
    const abilities = provider === undefined ? ['by its options', 'by its options'] : abilitiesOf(provider);
    return [`[\`${id}\`](packages/provider-${id}/README.md)`, description.replace(/\.$/u, ''), names, ...abilities, keyOf(listed)];
  }));
}

function abilitiesOf(provider: AsyncGeneratorProvider): readonly string[] {
  return [takenBy(provider.capabilities(), provider.boundsFor()).join(', '), givenBy(provider.capabilities()).join(', ')];
}

function keyOf({ kind, keyVariable, keyNeeded }: ListedProvider): string {
  if (kind === 'space') return `none; \`${keyVariable}\` for a quota of your own`;
  return keyNeeded === 'at-vendor' ? `\`${keyVariable}\`, at the vendor` : `\`${keyVariable}\``;
}
