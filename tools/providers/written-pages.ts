import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceBetweenMarkers } from '../docs/markdown/replace-between-markers.ts';
import { workspaceRoot } from '../docs/workspace-root.ts';
import { linesTable } from './lines-table.ts';
import { loadProvider } from './load-provider.ts';
import { modelTable } from './model-table.ts';
import { providerPackages } from './provider-packages.ts';
import { providerTable } from './provider-table.ts';

/** A page with the tables that the code says it should have. */
export interface WrittenPage {
  /** Path from the workspace's folder. */
  readonly file: string;
  /** What stands there now. */
  readonly found: string;
  /** What should stand there. */
  readonly wanted: string;
}

/**
 * Makes the tables of all providers: of the models in the README of each package, of the packages in that of the workspace, and
 * of the lines that each took in the tutorial.
 *
 * @param ids the packages whose README is looked at. Default: all of them.
 */
export async function writtenPages(ids: readonly string[] = []): Promise<readonly WrittenPage[]> {
  const providers = await Promise.all(providerPackages().map(async (found) => ({ ...found, ...(await loadProvider(found)), description: await descriptionOf(found.folder) })));
  const pages = providers.flatMap(({ id, plugin, provider }) => {
    // A plugin whose options name the model has no models to list.
    if (plugin === undefined || provider === undefined || (ids.length > 0 && !ids.includes(id))) return [];
    return [{ file: `packages/provider-${id}/README.md`, name: 'models', table: modelTable(plugin, provider) }];
  });
  const overviews = [
    { file: 'README.md', name: 'providers', table: providerTable(providers) },
    { file: 'docs/adding-a-provider.md', name: 'lines', table: linesTable(providers) },
  ];
  return Promise.all([...pages, ...overviews].map(async ({ file, name, table }) => {
    const found = await readFile(join(workspaceRoot, file), 'utf8');
    try {
      return { file, found, wanted: replaceBetweenMarkers(found, name, table) };
    } catch (cause) {
      throw new Error(`The table has no place in ${file}: put <!-- ${name}: begin --> and <!-- ${name}: end --> there.`, { cause });
    }
  }));
}

async function descriptionOf(folder: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const description: unknown = Reflect.get(Object(manifest) as object, 'description');
  return typeof description === 'string' ? description : '';
}
