import { startSpace, zeroGpuFailures, zeroGpuFailureText, type Space, type SpaceOptions } from '@hypotez/gradio-emulator';
import type { CommandAction } from '../../command-line/command.ts';
import { UsageError } from '../../errors/usage-error.ts';
import { fileErrorCode } from '../../files/describe-file-error.ts';
import { textTable } from '../../output/text-table.ts';
import { writeJsonLine } from '../../output/write-json-line.ts';
import { watchRequests, type LoggedRequest } from './request-log.ts';
import { readSpaceOptions } from './space-options.ts';

/** The port that Gradio itself begins with. */
const USUAL_PORT = 7860;

/**
 * Runs a Space until Ctrl-C, and logs each request in a line, without prompts and tokens.
 *
 * @throws {UsageError} when an option makes no sense, or the port that was asked for is taken.
 */
export const emulator: CommandAction = async ({ options }, { io, signal, printable }) => {
  if (options.text('--zero-gpu') === 'list') {
    io.stdout.write(`${textTable(zeroGpuFailures.map((name) => [name, printable(zeroGpuFailureText(name).message)])).join('\n')}\n`);
    return 0;
  }
  const json = options.flag('--json');
  const log = (request: LoggedRequest): void => {
    if (json) writeJsonLine(io.stdout, { type: 'request', time: io.now().toISOString(), ...request }, printable);
    else io.stderr.write(`${printable(describeRequest(request, io.now()))}\n`);
  };
  await using space = await start({ ...readSpaceOptions(options), intercept: watchRequests(log) });
  if (json) {
    writeJsonLine(io.stdout, { type: 'listening', url: space.url, gradioVersion: space.gradioVersion }, printable);
  } else {
    io.stdout.write(`${space.url}\n`);
    io.stderr.write(`A Space with Gradio ${space.gradioVersion}. Try in a second terminal:\n\n  ${tryingCommand(space, options.flag('--previews'), options.text('--token') !== undefined)}\n\nCtrl-C ends it.\n`);
  }
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => { resolve(); }, { once: true });
  });
  // A terminal shows `^C`, and nothing behind it.
  if (!json) io.stderr.write(`${io.stderr.isTTY === true ? '\n' : ''}Stopped.\n`);
  return 0;
};

/** Without a port the usual one, and if it is taken any free one. */
async function start(options: SpaceOptions): Promise<Space> {
  try {
    return await startSpace({ port: USUAL_PORT, ...options });
  } catch (thrown) {
    const reason = fileErrorCode(thrown);
    if (reason !== 'EADDRINUSE' && reason !== 'EACCES') throw thrown;
    if (options.port === undefined) return startSpace({ ...options, port: 0 });
    throw new UsageError(`Port ${options.port} of this machine ${reason === 'EACCES' ? 'may not be used' : 'is taken'}; --port 0 finds a free one.`);
  }
}

function tryingCommand({ url }: Space, previews: boolean, isPrivate: boolean): string {
  return ['hypotez generate "a lighthouse at dawn"', `--url ${url}`, ...(previews ? ['--preview'] : []), ...(isPrivate ? ['--token <token>'] : [])].join(' ');
}

function describeRequest({ method, path, status, durationMs, brokeOff }: LoggedRequest, now: Date): string {
  const time = now.toTimeString().slice(0, 8);
  return `${time} ${method} ${path} ${status} in ${durationMs} ms${brokeOff ? ', broken off' : ''}`;
}
