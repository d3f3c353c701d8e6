import { execFile } from 'node:child_process';
import type { SpaceFacts } from './space-facts.ts';

/** What came of asking a Space: what it says, or why not, and whether whoever asked has to say more. */
export type SpaceAnswer = { readonly facts: SpaceFacts } | { readonly reason: string; readonly needsMore: boolean };

/** Asks a Space in a process that finds the sources of the packages of a workspace. */
export function askSpace(workspace: string, url: string, apiName = ''): Promise<SpaceAnswer> {
  const parameters = ['--conditions=@hypotez/source', 'tools/generators/provider/space/main.ts', url, ...(apiName === '' ? [] : [apiName])];
  return new Promise((resolve) => {
    execFile(process.execPath, parameters, { cwd: workspace, encoding: 'utf8', timeout: 60_000 }, (error, stdout, stderr) => {
      resolve(error === null ? { facts: JSON.parse(stdout) as SpaceFacts } : { reason: stderr.trim(), needsMore: error.code === 2 });
    });
  });
}
