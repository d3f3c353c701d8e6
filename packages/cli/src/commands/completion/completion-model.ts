import type { Command, CommandArgument } from '../../command-line/command.ts';
import { longName, type CommandOption } from '../../command-line/command-option.ts';

/** What may stand in a place: nothing that can be known, a file, or one of some words. */
export type CompletedValue = 'any' | 'file' | readonly string[];

/** One option as a shell completes it. */
export interface CompletedOption {
  /** With its dashes. */
  readonly long: string;
  /** With its dash. */
  readonly short?: string | undefined;
  readonly description: string;
  /** Whether it is still offered after it was typed. */
  readonly repeated?: boolean | undefined;
  /** What comes behind it; missing when nothing does. */
  readonly value?: CompletedValue | undefined;
}

/** One command as a shell completes it. */
export interface CompletedCommand {
  readonly name: string;
  readonly description: string;
  readonly options: readonly CompletedOption[];
  /** What its words are; the last one may be repeated by the shell. */
  readonly words: readonly { readonly name: string; readonly value: CompletedValue }[];
}

/** Words that a command's own data does not hold, by long option name. */
export type KnownWords = Readonly<Record<string, readonly string[]>>;

const HELP: CompletedOption = { long: '--help', short: '-h', description: 'display help for command' };

/** What a shell can complete, from the table of the commands. */
export function completionModel(commands: readonly Command[], known: KnownWords): readonly CompletedCommand[] {
  const own = commands.map(({ name, summary, options, arguments: words }) => ({
    name,
    description: summary,
    options: [...options.map((option) => completedOption(option, known)), HELP],
    words: words.map((word) => ({ name: word.name, value: valueOf(word, undefined) })),
  }));
  // The parser brings this one.
  const help = { name: 'help', description: 'display help for command', options: [], words: [{ name: 'command', value: own.map(({ name }) => name) }] };
  return [...own, help];
}

/** The options of `hypotez` itself. */
export const programOptions: readonly CompletedOption[] = [{ long: '--version', description: 'show the version' }, HELP];

function completedOption(option: CommandOption, known: KnownWords): CompletedOption {
  const long = longName(option);
  const short = /(?:^|\s)(-\w)\b/u.exec(option.flags)?.[1];
  const takesValue = option.flags.includes('<');
  return { long, short, description: option.description, repeated: option.repeated, value: takesValue ? valueOf(option, known[long]) : undefined };
}

function valueOf({ choices, file }: Pick<CommandArgument & CommandOption, 'choices' | 'file'>, known: readonly string[] | undefined): CompletedValue {
  return choices ?? known ?? (file === true ? 'file' : 'any');
}
