import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { onTestFinished } from 'vitest';
import type { CommandIo } from '../process/command-io.ts';

/** A stream that keeps what was written; a terminal when it is given columns. */
export class FakeStream extends Writable {
  readonly columns: number | undefined;
  readonly isTTY: boolean;
  text = '';

  constructor(columns?: number) {
    super({ decodeStrings: false });
    this.columns = columns;
    this.isTTY = columns !== undefined;
  }

  get lines(): readonly string[] {
    return this.text.split('\n').slice(0, -1);
  }

  override _write(chunk: unknown, _encoding: string, callback: () => void): void {
    this.text += String(chunk);
    callback();
  }
}

/** Input and output of a command that runs inside the test, in an empty folder of its own. */
export interface FakeIo extends CommandIo {
  readonly stdout: FakeStream;
  readonly stderr: FakeStream;
  readonly signals: EventEmitter;
  /** Codes with which the command left at once. */
  readonly exits: readonly number[];
}

/** Makes the input and output of one command; with `columns` it sits at a terminal. */
export function fakeIo({ columns, env = {} }: { readonly columns?: number; readonly env?: CommandIo['env'] } = {}): FakeIo {
  const exits: number[] = [];
  return {
    stdout: new FakeStream(columns),
    stderr: new FakeStream(columns),
    env,
    cwd: temporaryFolder(),
    signals: new EventEmitter(),
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
