import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/**
 * Runs a program of the workspace and gives what it printed.
 *
 * @throws {Error} with everything that it printed when it fails.
 */
export async function runProgram(command: string, parameters: readonly string[], folder: string): Promise<string> {
  try {
    const { stdout } = await execute(command, [...parameters], { cwd: folder, maxBuffer: 64 * 1024 * 1024 });
    return stdout;
  } catch (error) {
    const output = error instanceof Error && 'stdout' in error && 'stderr' in error ? [error.stdout, error.stderr] : [];
    throw new Error(`${[command, ...parameters].join(' ')} failed:\n${output.filter((text) => typeof text === 'string').join('\n')}`, { cause: error });
  }
}
