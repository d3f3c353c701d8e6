import type { CommandIo } from '../process/command-io.ts';
import type { Settings } from '../configuration/settings.ts';
import type { Failure } from '../errors/failure.ts';
import type { Printable } from '../output/printable.ts';
import type { Services } from '../services/services.ts';
import type { CommandOption } from './command-option.ts';
import type { OptionValues } from './option-values.ts';

/** One word that a command takes, in its order. */
export interface CommandArgument {
  /** As the help writes it, without brackets: `prompt`. */
  readonly name: string;
  readonly description: string;
  /** Whether it may be left out. Default `false`. */
  readonly optional?: boolean;
  /** Whether there may be any number of them; the last argument only. Default `false`. */
  readonly repeated?: boolean;
  /** Words to choose from; any other one is wrong usage. */
  readonly choices?: readonly string[];
  /** Whether it names a file, for the completion of a shell. Default `false`. */
  readonly file?: boolean;
}

/** A use of a command that its help shows. */
export interface CommandExample {
  /** As it is typed: `hypotez generate "a lighthouse at dawn"`. */
  readonly command: string;
  /** What is worth saying about it. */
  readonly note?: string;
}

/** What a command was given. */
export interface CommandInput {
  readonly arguments: readonly string[];
  readonly options: OptionValues;
}

/** What a command works with. */
export interface CommandContext {
  readonly io: CommandIo;
  readonly services: Services;
  /** The variables of the environment and of the `.env` file. */
  readonly settings: Settings;
  /** Every text of a server, a file or an error goes through it before it is shown. */
  readonly printable: Printable;
  /** Ends the command from outside: Ctrl-C, SIGTERM, nobody who reads stdout. */
  readonly signal: AbortSignal;
  /** Makes a failure of whatever was thrown, for a command that goes on after it. */
  readonly describeFailure: (thrown: unknown) => Failure;
}

/**
 * Does what the command is for, and gives the exit code.
 *
 * What it throws is reported by `run`, with the exit code of its kind.
 */
export type CommandAction = (input: CommandInput, context: CommandContext) => Promise<number>;

/** One command of `hypotez`, as data: help, completion and the reading of the command line are made from it. */
export interface Command {
  readonly name: string;
  /** For the list of commands: lower case, no full stop. */
  readonly summary: string;
  readonly arguments: readonly CommandArgument[];
  readonly options: readonly CommandOption[];
  readonly examples: readonly CommandExample[];
  /** Variables that it heeds besides those of its options. Default none. */
  readonly variables?: readonly string[];
  /** Loads what it does. Help and completion need none of it. */
  readonly load: () => Promise<CommandAction>;
}
