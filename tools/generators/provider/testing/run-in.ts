import { execFile } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { promisify, stripVTControlCharacters } from 'node:util';
import { workspaceRoot } from '../../../docs/workspace-root.ts';

const execute = promisify(execFile);
const programs = join(workspaceRoot, 'node_modules/.bin');

/**
 * Runs a program of the workspace in a folder, and gives what it printed.
 *
 * @throws {Error} with everything that it printed when it fails.
 */
export async function runIn(folder: string, command: string, parameters: readonly string[]): Promise<string> {
  try {
    const { stdout } = await execute(join(programs, command), [...parameters], { cwd: folder, env: environment(), maxBuffer: 64 * 1024 * 1024 });
    return stripVTControlCharacters(stdout);
  } catch (error) {
    const [stdout, stderr] = ['stdout', 'stderr'].map((name) => String(Reflect.get(Object(error) as object, name)));
    throw new Error(`${[command, ...parameters].join(' ')} failed:\n${stripVTControlCharacters(`${stdout ?? ''}\n${stderr ?? ''}`)}`, { cause: error });
  }
}

/** The environment without what the Nx and the vitest around this one say of another workspace. */
function environment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(?:NX|VITEST|NODE_OPTIONS|HYPOTEZ_TEST|TEST$|FORCE_COLOR)/u.test(name));
  return { ...Object.fromEntries(inherited), PATH: `${programs}${delimiter}${process.env['PATH'] ?? ''}`, NX_DAEMON: 'false', NX_TUI: 'false', NX_SKIP_NX_CACHE: 'true' };
}
