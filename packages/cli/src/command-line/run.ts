import { commands } from '../commands/command-table.ts';
import { knownSecrets } from '../configuration/known-secrets.ts';
import { readEnvFile } from '../configuration/read-env-file.ts';
import { Settings } from '../configuration/settings.ts';
import { OWN_EXIT_CODES } from '../errors/exit-codes.ts';
import { describeFailure, type Failure } from '../errors/failure.ts';
import { createPrintable } from '../output/printable.ts';
import { writeFailure } from '../output/write-failure.ts';
import type { CommandIo, OutputStream } from '../process/command-io.ts';
import { watchInterruption } from '../process/interruption.ts';
import { defaultServices } from '../services/default-services.ts';
import type { Services } from '../services/services.ts';
import { findCommand, parseCommandLine } from './parse-command-line.ts';

/**
 * Runs the command `hypotez` and gives its exit code; never rejects.
 *
 * `argv` are the words after the command. Nothing outside of `io` is touched but the network and the folder of the
 * picture.
 */
export async function run(argv: readonly string[], io: CommandIo, services: Services = defaultServices): Promise<number> {
  const interruption = watchInterruption(io);
  let settings = new Settings(io.env);
  const describe = (thrown: unknown): Failure => {
    const debug = settings.find('HYPOTEZ_DEBUG')?.value === '1';
    return describeFailure(thrown, { command: findCommand(argv, commands)?.name, interruptedWith: interruption.exitCode, debug });
  };
  try {
    settings = new Settings(io.env, readEnvFile(io.cwd));
    const parsed = parseCommandLine(argv, { commands, settings, stdout: io.stdout });
    const action = await parsed?.command.load();
    const printable = createPrintable(knownSecrets(argv, settings));
    const context = { io, services, settings, printable, signal: interruption.signal, describeFailure: describe };
    const code = parsed === undefined ? 0 : await action?.(parsed.input, context);
    await flush(io.stdout);
    return interruption.exitCode === OWN_EXIT_CODES.pipeClosed ? OWN_EXIT_CODES.pipeClosed : (code ?? 0);
  } catch (thrown) {
    const failure = describe(thrown);
    // Looked up in the words themselves, so that a command line that is not understood is a JSON line too.
    const style = { json: argv.includes('--json'), printable: createPrintable(knownSecrets(argv, settings)) };
    if (interruption.exitCode !== OWN_EXIT_CODES.pipeClosed) writeFailure(failure, io, style);
    return failure.exitCode;
  } finally {
    interruption.stop();
  }
}

/** Waits until everything was taken, or refused: only then is it known whether somebody reads. */
async function flush(stream: OutputStream): Promise<void> {
  await new Promise<void>((resolve) => {
    stream.write('', () => { resolve(); });
  });
}
