import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { findPython, type Python } from './find-python.ts';
import { requirements } from './versions.ts';
import type { GradioVersion } from './versions.ts';

const buildTimeout = 600_000;
const building = new Map<GradioVersion, Promise<string>>();

/**
 * Gives the path of a Python that has this Gradio version and its pinned packages installed.
 *
 * The first call on a machine builds a virtual environment, about half a minute with a network;
 * later ones find it in `${XDG_CACHE_HOME:-~/.cache}/hypotez`. Throws an `Error` when no fitting
 * Python is installed, or with pip's own words when the build fails.
 */
export function environmentFor(version: GradioVersion): Promise<string> {
  const underWay = building.get(version) ?? findOrBuild(version);
  building.set(version, underWay);
  return underWay;
}

/** Tells whether this version's environment was built before; false too where no fitting Python is installed. */
export async function hasEnvironment(version: GradioVersion): Promise<boolean> {
  const base = await findPython().catch(() => undefined);
  return base !== undefined && existsSync(pythonIn(folderFor(version, base)));
}

function folderFor(version: GradioVersion, base: Python): string {
  const hash = createHash('sha256').update([base.version, ...requirements[version]].join('\n'));
  return join(cacheFolder(), `gradio-${version}-${hash.digest('hex').slice(0, 12)}`);
}

async function findOrBuild(version: GradioVersion): Promise<string> {
  const base = await findPython();
  const folder = folderFor(version, base);
  if (!existsSync(pythonIn(folder))) await build(version, base.command, folder);
  return pythonIn(folder);
}

async function build(version: GradioVersion, command: string, folder: string): Promise<void> {
  await mkdir(cacheFolder(), { recursive: true });
  const partial = await mkdtemp(`${folder}.partial-`);
  try {
    await run(version, command, ['-I', '-m', 'venv', partial]);
    const install = ['-I', '-m', 'pip', 'install', '--quiet', '--no-input', '--only-binary=:all:'];
    await run(version, pythonIn(partial), [...install, ...requirements[version]]);
    await rename(partial, folder);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    // Another process that built the same environment may have been first; then theirs serves.
    if (!existsSync(pythonIn(folder))) throw error;
  }
}

async function run(version: GradioVersion, command: string, words: string[]): Promise<void> {
  try {
    await promisify(execFile)(command, words, { timeout: buildTimeout });
  } catch (error) {
    // Node's message carries the command and all it wrote on stderr.
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Building the Gradio ${version} environment failed. ${reason}`, {
      cause: error,
    });
  }
}

function cacheFolder(): string {
  // An empty XDG_CACHE_HOME counts as unset, as its specification says.
  const configured = process.env['XDG_CACHE_HOME'] ?? '';
  return join(configured === '' ? join(homedir(), '.cache') : configured, 'hypotez');
}

function pythonIn(folder: string): string {
  return join(folder, 'bin', 'python');
}
