import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Packages in a folder of their own, as a project would have them that needs nothing else. */
export interface Installation {
  readonly folder: string;
  readonly packages: number;
  readonly bytes: number;
}

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const execute = promisify(execFile);

/** Makes a folder that goes with the process. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hypotez-bench-'));
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Packs one of our packages as it would be published; gives the file. Its code has to be compiled. */
export async function pack(name: string, folder: string): Promise<string> {
  const { stdout } = await npm(['pack', join(ROOT, 'packages', name), '--pack-destination', folder, '--json', '--ignore-scripts'], ROOT);
  const answer: unknown = JSON.parse(stdout);
  // A list in older forms of npm, an object by package name in newer ones.
  const first: unknown = Object.values(typeof answer === 'object' && answer !== null ? answer : {})[0];
  const file: unknown = typeof first === 'object' && first !== null ? Reflect.get(first, 'filename') : undefined;
  if (typeof file !== 'string') throw new Error(`npm packed no ${name}.`);
  return join(folder, file);
}

/**
 * Installs packages into a new folder, from files or in their newest version.
 *
 * @param look where npm looks first: in its `cache`, which may not know the newest version yet, or at the `registry`.
 */
export async function install(folder: string, names: readonly string[], look: 'cache' | 'registry' = 'cache'): Promise<Installation> {
  await mkdir(folder);
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'bench', private: true, type: 'module' }));
  await npm(['install', '--ignore-scripts', '--no-audit', '--no-fund', look === 'cache' ? '--prefer-offline' : '--prefer-online', '--omit=dev', ...names], folder);
  const lock: unknown = JSON.parse(await readFile(join(folder, 'node_modules/.package-lock.json'), 'utf8'));
  const entries: unknown = typeof lock === 'object' && lock !== null ? Reflect.get(lock, 'packages') : undefined;
  return { folder, packages: Object.keys(typeof entries === 'object' && entries !== null ? entries : {}).length, bytes: await weigh(join(folder, 'node_modules')) };
}

/** The npm that runs the benchmark, so that its settings count. */
function npm(parameters: readonly string[], folder: string): Promise<{ readonly stdout: string }> {
  return execute('npm', [...parameters], { cwd: folder, env: { ...process.env, npm_config_workspaces: 'false' } });
}

/** Bytes of all files; npm's own list of what it installed is none of the packages'. */
async function weigh(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name !== '.package-lock.json');
  const sizes = await Promise.all(files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
