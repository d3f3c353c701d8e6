import type { Command } from './command.ts';

/** Characters of a line in the help. */
const HELP_WIDTH = 78;

/** What it is made from. */
type HelpSource = Pick<Command, 'examples'> & Partial<Pick<Command, 'options' | 'variables'>>;

/** What stands under the list of options: the variables that stand for some of them, and examples. */
export function helpAfter({ examples, options = [], variables: further = [] }: HelpSource): string {
  const variables = [...options.flatMap(({ variable }) => (variable === undefined ? [] : [variable])), ...further];
  const width = Math.max(0, ...examples.filter(({ note }) => note !== undefined).map(({ command }) => command.length));
  return [
    ...(variables.length === 0 ? [] : ['', 'Variables, of the environment or a .env file here:', ...wrap(variables)]),
    '',
    'Examples:',
    ...examples.map(({ command, note }) => (note === undefined ? `  $ ${command}` : `  $ ${command.padEnd(width)}   ${note}`)),
    '',
  ].join('\n');
}

/** Names in as few lines as fit a usual terminal. */
function wrap(names: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const name of names) {
    const last = lines.at(-1);
    if (last !== undefined && `${last}, ${name}`.length <= HELP_WIDTH) lines.splice(-1, 1, `${last}, ${name}`);
    else lines.push(`  ${name}`);
  }
  return lines;
}
