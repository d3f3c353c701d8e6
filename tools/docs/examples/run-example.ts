import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSpace } from '@hypotez/gradio-emulator';
import { workspaceRoot } from '../workspace-root.ts';
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

/** Runs an example as a reader would, in an empty folder of its own, with a Space of its own behind the real address. */
export async function runExample({ fileName, source }: Example): Promise<ExampleRun> {
  const folder = await mkdtemp(join(tmpdir(), 'hypotez-example-'));
  await using space = await startSpace({ stepMs: 1, previews: true });
  try {
    await symlink(join(workspaceRoot, 'node_modules'), join(folder, 'node_modules'), 'junction');
    await writeFile(join(folder, fileName), source);
    return await runNode(['--conditions=@hypotez/source', '--import', PRELOAD.href, fileName], folder, space.url);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Nothing of this process's environment goes along: a token of the developer's would make the outcome another one. */
function runNode(parameters: readonly string[], cwd: string, space: string): Promise<ExampleRun> {
  const options = { cwd, env: { HYPOTEZ_EXAMPLE_SPACE: space }, timeout: TIMEOUT_MS, encoding: 'utf8' } as const;
  return new Promise((resolve) => {
    const child = execFile(process.execPath, parameters, options, (_error, stdout, stderr) => {
      resolve({ exitCode: child.exitCode ?? undefined, stdout, stderr });
    });
  });
}
