import { Command, CommanderError } from 'commander';
import { UsageError } from '../errors/usage-error.ts';
import type { CommandIo } from './command-io.ts';
import { readOptions, type GenerateOptions, type TypedOptions } from './generate-options.ts';
import { EXAMPLES, OPTIONS } from './help-texts.ts';
import { packageVersion } from './package-version.ts';

/**
 * Reads the command line. `undefined` means that help or version was asked for and has been written.
 *
 * @throws {UsageError} when it cannot be understood.
 */
export function parseArguments(argv: readonly string[], { stdout }: CommandIo): GenerateOptions | undefined {
  let options: GenerateOptions | undefined;
  const program = new Command('hypotez')
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
    .addHelpText('after', EXAMPLES);
  const generate = program
    .command('generate')
    .description('paint one picture and write it to a file')
    .argument('<prompt>', 'what to paint')
    .option('--model <name>', 'model or alias', 'sd-3.5')
    .addHelpText('after', EXAMPLES);
  for (const [flags, description] of OPTIONS) generate.option(flags, description);
  generate.action((prompt: string) => {
    options = readOptions(prompt, generate.opts<TypedOptions & Record<string, unknown>>());
  });
  try {
    program.parse(argv.length === 0 ? ['--help'] : argv, { from: 'user' });
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    if (thrown.exitCode !== 0) throw new UsageError(explain(thrown));
  }
  return options;
}

function explain({ code, message }: CommanderError): string {
  // The parser lists the surplus words, and one of them may be a token that lost its option.
  if (code === 'commander.excessArguments') return 'generate takes one prompt: put it in quotes.';
  const text = message.replace(/^error: /u, '').replace(/'(--?[\w-]+)=[^']*'/gu, `'$1'`).replace(/\s+/gu, ' ');
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
