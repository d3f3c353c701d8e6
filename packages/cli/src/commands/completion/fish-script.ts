import { programOptions, type CompletedCommand, type CompletedOption, type CompletedValue } from './completion-model.ts';

/** Writes the completion for fish. */
export function fishScript(commands: readonly CompletedCommand[]): string {
  const lines = [
    'complete -c hypotez -f',
    ...programOptions.map((option) => optionLine('__fish_use_subcommand', option)),
    ...commands.map(({ name, description }) => `complete -c hypotez -n __fish_use_subcommand -a ${name} -d ${quoted(description)}`),
    ...commands.flatMap(({ name, options, words }) => {
      const condition = quoted(`__fish_seen_subcommand_from ${name}`);
      const [first] = words;
      return [...(first === undefined ? [] : wordLines(condition, first.value)), ...options.map((option) => optionLine(condition, option))];
    }),
  ];
  return `# Completion of hypotez for fish. In ~/.config/fish/config.fish: hypotez completion fish | source

${lines.join('\n')}
`;
}

function wordLines(condition: string, value: CompletedValue): readonly string[] {
  if (value === 'any') return [];
  return [`complete -c hypotez -n ${condition} ${value === 'file' ? '-F' : `-a ${quoted(value.join(' '))}`}`];
}

function optionLine(condition: string, { long, short, description, value }: CompletedOption): string {
  const names = [`-l ${long.slice(2)}`, ...(short === undefined ? [] : [`-s ${short.slice(1)}`])].join(' ');
  return `complete -c hypotez -n ${condition} ${names}${valuePart(value)} -d ${quoted(description)}`;
}

/** `-r`: something has to follow; `-x`: and it is no file. */
function valuePart(value: CompletedValue | undefined): string {
  if (value === undefined) return '';
  if (value === 'file') return ' -r -F';
  return value === 'any' ? ' -x' : ` -x -a ${quoted(value.join(' '))}`;
}

function quoted(text: string): string {
  return `'${text.replace(/['\\]/gu, String.raw`\$&`)}'`;
}
