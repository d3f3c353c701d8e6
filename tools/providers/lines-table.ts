import { countSourceLines } from '../checks/count-source-lines.ts';
import { MOST_LINES } from '../checks/most-lines.ts';
import { markdownTable } from '../docs/markdown/markdown-table.ts';
import type { ListedProvider } from './provider-table.ts';

const KINDS = { space: 'a Space', http: 'a service over HTTP' };

/** Makes the table of the code that each provider took, without its tests, comments and blank lines. */
export function linesTable(providers: readonly ListedProvider[]): string {
  return markdownTable(['package', 'kind', 'lines of code', 'at most'], providers.map(({ id, folder, kind }) => [
    `[\`provider-${id}\`](../packages/provider-${id}/README.md)`, KINDS[kind], countSourceLines(folder).toString(), MOST_LINES[kind].toString(),
  ]));
}
