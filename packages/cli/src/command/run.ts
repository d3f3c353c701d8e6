import { describeFailure } from '../errors/failure.ts';
import { OWN_EXIT_CODES } from '../errors/exit-codes.ts';
import { createPrintable } from '../output/printable.ts';
import { createReporter } from '../output/create-reporter.ts';
import { knownTokens } from './choose-token.ts';
import type { CommandIo, OutputStream } from './command-io.ts';
import { defaultServices } from './default-services.ts';
import { generate } from './generate.ts';
import { watchInterruption } from './interruption.ts';
import { parseArguments } from './parse-arguments.ts';
import type { Services } from './services.ts';

/**
 * Runs the command `hypotez` and gives its exit code; never rejects.
 *
 * `argv` are the words after the command. Nothing outside of `io` is touched but the network and the folder of the
 * picture.
 */
export async function run(argv: readonly string[], io: CommandIo, services: Services = defaultServices): Promise<number> {
  const printable = createPrintable(knownTokens(argv, io.env));
  // Looked up before the command line is understood, so that what is wrong with it is a JSON line too.
  const reporter = createReporter(io, { json: argv.includes('--json'), printable });
  const interruption = watchInterruption(io);
  try {
    const options = parseArguments(argv, io);
    if (options !== undefined) await generate(options, { io, services, reporter, signal: interruption.signal });
    await flush(io.stdout);
    return interruption.exitCode === OWN_EXIT_CODES.pipeClosed ? OWN_EXIT_CODES.pipeClosed : 0;
  } catch (thrown) {
    const failure = describeFailure(thrown, { interruptedWith: interruption.exitCode, debug: io.env['HYPOTEZ_DEBUG'] === '1' });
    if (interruption.exitCode !== OWN_EXIT_CODES.pipeClosed) reporter.failed(failure);
    return failure.exitCode;
  } finally {
    reporter.close();
    interruption.stop();
  }
}

/** Waits until everything was taken, or refused: only then is it known whether somebody reads. */
async function flush(stream: OutputStream): Promise<void> {
  await new Promise<void>((resolve) => {
    stream.write('', () => { resolve(); });
  });
}
