import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { onTestFinished } from 'vitest';
import type { CommandIo } from '../process/command-io.ts';
import { FakeScreen } from './fake-screen.ts';
import { FakeStream } from './fake-stream.ts';

export { FakeStream };

/** What is typed or piped into the command. */
export class FakeInput extends PassThrough {
  readonly isTTY: boolean;
  /** Every change of the raw mode. */
  readonly rawModes: boolean[] = [];

  constructor(isTTY: boolean) {
    super();
    this.isTTY = isTTY;
  }

  setRawMode(isRaw: boolean): void {
    this.rawModes.push(isRaw);
  }
}

/** Input and output of a command that runs inside the test, in an empty folder of its own. */
export interface FakeIo extends CommandIo {
  readonly stdin: FakeInput;
  readonly stdout: FakeStream;
  readonly stderr: FakeStream;
  readonly signals: EventEmitter;
  /** What the terminal shows, stdout and stderr together. */
  readonly screen: FakeScreen;
  /** Codes with which the command left at once. */
  readonly exits: readonly number[];
}

/** What the fake is made of. */
export interface FakeIoOptions {
  /** Width of the terminal; without it there is none. */
  readonly columns?: number;
  /** Height of the terminal. Default 24. */
  readonly rows?: number;
  readonly env?: CommandIo['env'];
  /** What the terminal says when it is asked what it can. Default: characters of 10 × 20 pixels, and no sixels. */
  readonly answer?: string;
  /** What comes through a pipe. Default: stdin is as much of a terminal as stdout. */
  readonly piped?: string;
}

/** Makes the input and output of one command; with `columns` it sits at a terminal, which shows no pictures unless the environment says so. */
export function fakeIo({ columns, rows = 24, env = {}, answer = '\u001b[6;20;10t\u001b[?62;22c', piped }: FakeIoOptions = {}): FakeIo {
  const exits: number[] = [];
  const screen = new FakeScreen(columns === undefined || columns === 0 ? 80 : columns, rows);
  const stdin = new FakeInput(columns !== undefined && piped === undefined);
  if (piped !== undefined) stdin.end(piped);
  const stderr = new FakeStream({ columns, rows, screen });
  stderr.on('written', (text: string) => {
    if (stdin.isTTY && text.endsWith('\u001b[c')) stdin.write(answer);
  });
  return {
    stdin,
    stdout: new FakeStream({ columns, rows, screen }),
    stderr,
    env: { HYPOTEZ_IMAGES: 'none', ...env },
    cwd: temporaryFolder(),
    signals: new EventEmitter(),
    screen,
    exits,
    exit: (code) => exits.push(code),
    now: () => new Date(2026, 0, 2, 3, 4, 5),
  };
}

/** An empty folder that goes away with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hypotez-cli-'));
  onTestFinished(() => { rmSync(folder, { recursive: true, force: true }); });
  return folder;
}
