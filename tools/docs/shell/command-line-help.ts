import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { workspaceRoot } from '../workspace-root.ts';

/** What `hypotez` says that it understands. */
export interface CommandLineHelp {
  readonly subCommands: readonly string[];
  /** Options, long and short. */
  readonly options: readonly string[];
}

/** Asks the program itself, run from its sources; `subCommand` asks for the help of one sub-command. */
export async function commandLineHelp(subCommand?: string): Promise<CommandLineHelp> {
  const words = subCommand === undefined ? ['--help'] : [subCommand, '--help'];
  const parameters = ['--conditions=@hypotez/source', 'packages/cli/src/main.ts', ...words];
  const { stdout } = await promisify(execFile)(process.execPath, parameters, { cwd: workspaceRoot });
  const [, commands = ''] = /^Commands:\n((?: +.*\n)*)/mu.exec(stdout) ?? [];
  return {
    subCommands: [...commands.matchAll(/^ {2}([a-z][\w-]*)/gmu)].map(([, name = '']) => name),
    // Only the list of options counts: the help ends with examples, which prove nothing.
    options: [...stdout.matchAll(/^ +(-\w, )?(--[a-z][\w-]*)/gmu)].flatMap(([, short, long = '']) => [...(short === undefined ? [] : [short.slice(0, 2)]), long]),
  };
}
