import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { workspaceRoot } from '../docs/workspace-root.ts';
import { writtenPages } from './written-pages.ts';

/**
 * `npm run docs:providers`: writes the tables of models and providers, from the catalogues in the code, into the READMEs; with
 * ids behind `--` into those of these providers and the one of the workspace.
 */
for (const { file, found, wanted } of await writtenPages(process.argv.slice(2))) {
  if (found === wanted) continue;
  await writeFile(join(workspaceRoot, file), wanted);
  console.log(`${file} is as the code says`);
}
