import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workspaceRoot } from '../workspace-root.ts';
import { exampleServices } from './example-services.ts';
import type { Example } from './example.ts';

/** Longest time of one example, in milliseconds. One that leaves a timer or a socket behind does not end by itself. */
const TIMEOUT_MS = 30_000;

const PRELOAD = new URL('../preload/reroute-network.ts', import.meta.url);

/** How an example ended. */
export interface ExampleRun {
  /** Exit code of its process; `undefined` when it was killed, because it did not end. */
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs an example as a reader would, in an empty folder of its own, with services of its own behind the real addresses. */
export async function runExample({ fileName, source }: Example): Promise<ExampleRun> {
  const folder = await mkdtemp(join(tmpdir(), 'hypotez-example-'));
  await using started = new AsyncDisposableStack();
  const routes = await Promise.all(exampleServices.map(async ({ origin: from, start }) => ({ from, to: started.use(await start()).url })));
  try {
    await symlink(join(workspaceRoot, 'node_modules'), join(folder, 'node_modules'), 'junction');
    await writeFile(join(folder, fileName), source);
    return await runNode(['--conditions=@hypotez/source', '--import', PRELOAD.href, fileName], folder, routes);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Nothing of this process's environment goes along: a token of the developer's would make the outcome another one. */
function runNode(parameters: readonly string[], cwd: string, routes: readonly { readonly from: string; readonly to: string }[]): Promise<ExampleRun> {
  const keys = exampleServices.flatMap(({ keyVariable }) => (keyVariable === undefined ? [] : [[keyVariable, 'sk-example'] as const]));
  const options = { cwd, env: { HYPOTEZ_EXAMPLE_ROUTES: JSON.stringify(routes), ...Object.fromEntries(keys) }, timeout: TIMEOUT_MS, encoding: 'utf8' } as const;
  return new Promise((resolve) => {
    const child = execFile(process.execPath, parameters, options, (_error, stdout, stderr) => {
      resolve({ exitCode: child.exitCode ?? undefined, stdout, stderr });
    });
  });
}
