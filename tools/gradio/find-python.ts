import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** A Python interpreter of this machine. */
export interface Python {
  /** The command that starts it, found through `PATH`. */
  readonly command: string;
  /** Its full version, for example `3.11.7`. */
  readonly version: string;
}

// The oldest pinned packages have wheels for these only.
const usable = /^3\.(?:10|11|12)\./;
const commands = ['python3', 'python3.12', 'python3.11', 'python3.10'];
const printVersion = 'import platform; print(platform.python_version())';

/**
 * Finds a Python that all pinned Gradio versions run on (3.10 to 3.12).
 * Throws an `Error` that names what was tried when there is none.
 */
export async function findPython(): Promise<Python> {
  const tried: string[] = [];
  for (const command of commands) {
    const version = await versionOf(command);
    if (version !== undefined && usable.test(version)) return { command, version };
    tried.push(`${command} (${version ?? 'not found'})`);
  }
  throw new Error(`The Gradio test servers need Python 3.10 to 3.12; tried ${tried.join(', ')}.`);
}

async function versionOf(command: string): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)(command, ['-I', '-c', printVersion]);
    return stdout.trim();
  } catch {
    return undefined;
  }
}
