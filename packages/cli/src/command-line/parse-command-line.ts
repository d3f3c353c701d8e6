import { Argument, Command as Parser, CommanderError, Option } from 'commander';
import type { Settings } from '../configuration/settings.ts';
import { UsageError } from '../errors/usage-error.ts';
import type { CommandIo } from '../process/command-io.ts';
import type { Command, CommandInput } from './command.ts';
import { longName } from './command-option.ts';
import { explainParserError } from './explain-parser-error.ts';
import { helpAfter } from './help-after.ts';
import { OptionValues, type TypedValue } from './option-values.ts';
import { packageVersion } from './package-version.ts';

/** A command and what it was given. */
export interface ParsedCommand {
  readonly command: Command;
  readonly input: CommandInput;
}

/** What the command line is read with. */
export interface ParseContext {
  readonly commands: readonly Command[];
  readonly settings: Settings;
  readonly stdout: CommandIo['stdout'];
}

/**
 * Reads the command line. `undefined` means that help or version was asked for and has been written.
 *
 * @throws {UsageError} when it cannot be understood.
 */
export function parseCommandLine(argv: readonly string[], { commands, settings, stdout }: ParseContext): ParsedCommand | undefined {
  let parsed: ParsedCommand | undefined;
  const program = new Parser('hypotez')
    .description('A picture from a prompt, in the terminal or in a script.')
    .version(packageVersion(), '--version', 'show the version')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      // What is wrong comes back as an error too, and is reported like every other one.
      writeErr: () => undefined,
      getOutHelpWidth: () => stdout.columns ?? 80,
      getOutHasColors: () => false,
    })
    .addHelpText('after', helpAfter({ examples: commands.flatMap(({ examples }) => examples.slice(0, 1)) }));
  for (const command of commands) {
    addCommand(program, command, (words, typed) => {
      parsed = { command, input: { arguments: words, options: new OptionValues(typed, command.options, settings) } };
    });
  }
  try {
    program.parse(argv.length === 0 ? ['--help'] : argv, { from: 'user' });
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    if (thrown.exitCode !== 0) throw new UsageError(explainParserError(thrown, findCommand(argv, commands)));
  }
  return parsed;
}

/** The command that was named, whatever else is wrong. */
export function findCommand(argv: readonly string[], commands: readonly Command[]): Command | undefined {
  const first = argv.find((word) => !word.startsWith('-'));
  return commands.find(({ name }) => name === first);
}

function addCommand(program: Parser, command: Command, take: (words: readonly string[], typed: ReadonlyMap<string, TypedValue>) => void): void {
  const parser = program.command(command.name).description(command.summary);
  for (const { name, description, optional = false, repeated = false, choices } of command.arguments) {
    const label = repeated ? `${name}...` : name;
    const argument = new Argument(optional ? `[${label}]` : `<${label}>`, description);
    parser.addArgument(choices === undefined ? argument : argument.choices(choices));
  }
  const options = command.options.map((description) => {
    const option = new Option(description.flags, description.description);
    if (description.repeated === true) option.argParser((value, before) => [...(isTexts(before) ? before : []), value]);
    parser.addOption(description.choices === undefined ? option : option.choices(description.choices));
    return { name: longName(description), key: option.attributeName() };
  });
  parser.addHelpText('after', helpAfter(command)).action(() => {
    const values = parser.opts<Record<string, unknown>>();
    const typed = options.flatMap(({ name, key }) => {
      const value = values[key];
      return typeof value === 'string' || value === true || isTexts(value) ? [[name, value] as const] : [];
    });
    take(parser.args, new Map(typed));
  });
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
