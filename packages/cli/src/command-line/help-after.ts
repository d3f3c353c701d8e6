import type { CommandExample } from './command.ts';
import type { CommandOption } from './command-option.ts';

/** What stands under the list of options: the variables that stand for some of them, and examples. */
export function helpAfter(examples: readonly CommandExample[], options: readonly CommandOption[]): string {
  const variables = options.flatMap(({ variable }) => (variable === undefined ? [] : [variable]));
  const width = Math.max(0, ...examples.filter(({ note }) => note !== undefined).map(({ command }) => command.length));
  return [
    ...(variables.length === 0 ? [] : ['', 'Variables, of the environment or a .env file here:', ...variables.map((name) => `  ${name}`)]),
    '',
    'Examples:',
    ...examples.map(({ command, note }) => (note === undefined ? `  $ ${command}` : `  $ ${command.padEnd(width)}   ${note}`)),
    '',
  ].join('\n');
}
