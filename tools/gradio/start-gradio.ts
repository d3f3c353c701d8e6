import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { environmentFor } from './environments.ts';
import type { GradioVersion } from './versions.ts';

/**
 * Which Space to serve: `main` has everything; `login` is the same behind user `painter` with
 * password `canvas`; `full` is the same with one job at work per endpoint and one that may wait,
 * so that a further one is refused with a 503, and with uploads of at most 1000 bytes; `show-errors`
 * shows callers the text of every exception; `editing` is another Space, whose only endpoint starts from
 * pictures.
 */
export type SpaceKind = (typeof spaceKinds)[number];

/** Every kind of Space. */
export const spaceKinds = ['main', 'login', 'full', 'show-errors', 'editing'] as const;

/** A running Gradio server. */
export interface GradioServer {
  /** Its root without a slash at the end, for example `http://127.0.0.1:7860`. */
  readonly url: string;
  readonly version: GradioVersion;
  /** Stops the server at once, running jobs and open streams included; safe to call again. */
  close(): Promise<void>;
}

const app = fileURLToPath(new URL('space/app.py', import.meta.url));
// Neither the user's Python settings nor compiled files beside the sources; the app's own folder has to be found.
const isolated = ['-E', '-s', '-B'];
const startDeadline = 60_000;
const stopDeadline = 2_000;
const keptErrorLines = 30;

/**
 * Starts the test Space under a real Gradio, on a free port of 127.0.0.1.
 *
 * Builds the version's environment first where the machine has none yet (see `environmentFor`);
 * after that a start takes 2 to 4 seconds. The server also stops when this process ends, however it
 * ends. Throws an `Error` with the last lines of the server's stderr when it exits early or does
 * not serve within 60 seconds.
 */
export async function startGradio(options: {
  version: GradioVersion;
  kind: SpaceKind;
  /** Format of the pictures. Default `webp`, as Gradio has it. */
  format?: 'webp' | 'png';
}): Promise<GradioServer> {
  const { version, kind, format = 'webp' } = options;
  const python = await environmentFor(version);
  // The system ends our side of stdin when this process dies; no exit handler could promise that.
  const parameters = [...isolated, app, '--port', '0', '--kind', kind, '--format', format, '--stop-with-stdin'];
  const child = spawn(python, parameters);
  const errorLines: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    errorLines.push(line);
    if (errorLines.length > keptErrorLines) errorLines.shift();
  });
  try {
    const url = await servedUrl(child);
    return { url, version, close: () => stop(child) };
  } catch (error) {
    child.kill('SIGKILL');
    const reason = error instanceof Error ? error.message : String(error);
    const tail = errorLines.join('\n');
    throw new Error(`Gradio ${version} (${kind}) did not start: ${reason}\n${tail}`, {
      cause: error,
    });
  }
}

function servedUrl(child: ChildProcessWithoutNullStreams): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`not ready after ${String(startDeadline)} ms`));
    }, startDeadline);
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = /^READY (\S+)$/.exec(line)?.[1];
      if (url === undefined) return;
      clearTimeout(timer);
      resolve(url);
    });
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    // Unlike 'exit', 'close' comes after the last line of stderr.
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      reject(new Error(`exited with ${String(code ?? signal)}`));
    });
  });
}

async function stop(child: ChildProcessWithoutNullStreams): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.stdin.end();
  const timer = setTimeout(() => child.kill('SIGKILL'), stopDeadline);
  await exit;
  clearTimeout(timer);
}
