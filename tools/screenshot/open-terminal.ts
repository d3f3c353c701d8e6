import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../packages/cli/src/main.ts', import.meta.url));
const POLL_MS = 100;
const LONGEST_WAIT_MS = 60_000;

/** What is run in which window. */
export interface TerminalOptions {
  readonly display: string;
  /** A folder that may be filled. */
  readonly folder: string;
  /** Words behind `hypotez`, one command after another. */
  readonly commands: readonly string[];
}

/** A window with a terminal in it. */
export interface Terminal {
  /** Waits until what was written to the terminal matches. */
  shows(pattern: RegExp): Promise<void>;
  /** Takes a picture of the window at once; gives its path. */
  capture(name: string): string;
  /** Takes a picture as soon as nothing moves any more; gives its path. */
  settled(name: string): Promise<string>;
  close(): void;
}

/** Opens xterm as a terminal with sixel graphics, and runs the commands in it. */
export function openTerminal({ display, folder, commands }: TerminalOptions): Terminal {
  const log = join(folder, 'log');
  writeProgram(join(folder, 'hypotez'), `exec ${quoted(process.execPath)} --conditions=@hypotez/source ${quoted(MAIN)} "$@"`);
  writeProgram(join(folder, 'commands'), [
    `cd ${quoted(folder)}`,
    'PATH="$PWD:$PATH"',
    ...commands.flatMap((words) => [`printf '%s\\n' ${quoted(`$ hypotez ${words}`)}`, `hypotez ${words}`]),
    `printf '$ '`,
    'exec sleep 600',
  ].join('\n'));
  writeFileSync(log, '');
  const resources = ['numColorRegisters: 256', 'allowWindowOps: true', 'internalBorder: 12'].flatMap((resource) => ['-xrm', `XTerm*${resource}`]);
  const look = ['-ti', 'vt340', '-fa', 'DejaVu Sans Mono', '-fs', '11', '-geometry', '82x26+0+0', '-bg', '#1b1d28', '-fg', '#d5d8e3', '+sb'];
  const window = spawn('xterm', [...look, ...resources, '-e', 'script', '-q', '-f', '-c', join(folder, 'commands'), log], {
    env: { ...process.env, DISPLAY: display, HF_TOKEN: '' },
    stdio: 'ignore',
  });
  const capture = (name: string): string => {
    const path = join(folder, `${name}.png`);
    execFileSync('import', ['-window', 'root', '-trim', '+repage', path], { env: { ...process.env, DISPLAY: display } });
    return path;
  };
  return {
    capture,
    shows: async (pattern) => {
      const end = Date.now() + LONGEST_WAIT_MS;
      while (!pattern.test(plainText(readFileSync(log, 'utf8')))) {
        if (Date.now() > end) throw new Error(`The terminal never showed ${pattern.source}.`);
        await wait(POLL_MS);
      }
    },
    settled: async (name) => {
      let last: Buffer | undefined;
      for (;;) {
        const path = capture(name);
        const now = readFileSync(path);
        if (last?.equals(now) === true) return path;
        last = now;
        await wait(POLL_MS);
      }
    },
    close: () => { window.kill(); },
  };
}

/** Without sequences that move and colour, and without pictures. */
function plainText(text: string): string {
  return text.replaceAll(/\u001bP[^\u001b]*\u001b\\|\u001b\[[\d;?]*[A-Za-z]/gu, '');
}

function writeProgram(path: string, body: string): void {
  writeFileSync(path, `#!/bin/sh\n${body}\n`);
  chmodSync(path, 0o755);
}

function quoted(text: string): string {
  return `'${text.replaceAll(`'`, `'\\''`)}'`;
}
