import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** A command that runs as a process of its own. */
export interface StartedCommand {
  readonly stdout: string;
  readonly stderr: string;
  /** Waits until stderr holds the text. */
  stderrHolds(text: string): Promise<void>;
  signal(name: 'SIGINT' | 'SIGTERM'): void;
  /** Lets nobody read stdout any more. */
  closeStdout(): void;
  /** Waits for the end; the exit code, or the name of the signal that ended it. */
  ended(): Promise<number | string>;
}

/** How a command is started. */
export interface StartOptions {
  /** Module to run, beside this file. */
  readonly module: string;
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What comes through the pipe of stdin, which stays open after it. Default: stdin is empty. */
  readonly typed?: string;
}

/** Starts a module of this package with arguments; it is killed with the test. */
export function startCommand(argv: readonly string[], { module, cwd, env = {}, typed }: StartOptions): StartedCommand {
  const path = fileURLToPath(new URL(module, import.meta.url));
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, ['--conditions=@hypotez/source', path, ...argv], { cwd, env: { PATH, ...env }, stdio: ['pipe', 'pipe', 'pipe'] });
  if (typed === undefined) child.stdin.end();
  else child.stdin.write(typed);
  onTestFinished(() => { child.kill('SIGKILL'); });
  const ended = once(child, 'close');
  const text = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => { text.stdout += chunk; });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => { text.stderr += chunk; });
  return {
    get stdout() {
      return text.stdout;
    },
    get stderr() {
      return text.stderr;
    },
    stderrHolds: async (wanted) => {
      while (!text.stderr.includes(wanted)) await once(child.stderr, 'data');
    },
    signal: (name) => child.kill(name),
    closeStdout: () => child.stdout.destroy(),
    ended: async () => {
      await ended;
      return child.exitCode ?? child.signalCode ?? 'unknown';
    },
  };
}
