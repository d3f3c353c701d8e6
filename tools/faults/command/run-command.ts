import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { CANARY_KEY, CANARY_PROMPT } from '../world/canaries.ts';

const MAIN = fileURLToPath(new URL('../../../packages/cli/src/main.ts', import.meta.url));

/** How the command is run. */
export interface CommandOptions {
  /** Address of the Space. */
  readonly url: string;
  /** The `--output`. */
  readonly output: string;
  /** Lines of shell before the command, such as one that mounts something. */
  readonly before?: string;
  /** Lines of shell behind it. */
  readonly behind?: string;
  /** Runs in a mount namespace of its own, in which it may mount. */
  readonly mayMount?: boolean;
}

/** A command that runs. */
export interface RunningCommand {
  readonly pid: number;
  /** What it has written until now. */
  readonly text: { stdout: string; stderr: string };
  /** Sends a signal. */
  signal(name: 'SIGINT' | 'SIGTERM'): void;
  /** Closes the reading end of its stdout. */
  closeStdout(): void;
  /** The exit code, or the signal that ended it. */
  readonly exit: Promise<number | string>;
}

/** Starts `hypotez generate` with the prompt and the token of every case. */
export function runCommand({ url, output, before = '', behind = '', mayMount = false }: CommandOptions): RunningCommand {
  // Without anything behind it the process is the command itself, and gets the signals.
  const command = `"$0" --conditions=@hypotez/source "${MAIN}" generate "$PROMPT" --url "$URL" --output "$OUTPUT"`;
  const script = behind === '' ? `${before}\nexec ${command}` : `${before}\n${command}\ncode=$?\n${behind}\nexit $code`;
  const shell = ['/bin/sh', '-c', script, process.execPath];
  const [program = '', ...parameters] = mayMount ? ['unshare', '--map-root-user', '--mount', ...shell] : shell;
  const child = spawn(program, parameters, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], TMPDIR: process.env['TMPDIR'], PROMPT: CANARY_PROMPT, URL: url, OUTPUT: output, HF_TOKEN: CANARY_KEY, NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] },
  });
  const text = { stdout: '', stderr: '' };
  child.stdout.on('data', (bytes: Buffer) => { text.stdout += bytes.toString(); });
  child.stderr.on('data', (bytes: Buffer) => { text.stderr += bytes.toString(); });
  return {
    pid: child.pid ?? 0,
    text,
    signal: (name) => { child.kill(name); },
    closeStdout: () => child.stdout.destroy(),
    exit: once(child, 'close').then(([code, signal]: readonly unknown[]) => (typeof code === 'number' ? code : String(signal))),
  };
}
