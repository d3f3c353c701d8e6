import { once } from 'node:events';
import { Writable } from 'node:stream';
import type { FakeScreen } from './fake-screen.ts';

/** A stream that keeps what was written; a terminal when it has a width. */
export class FakeStream extends Writable {
  columns: number | undefined;
  rows: number | undefined;
  readonly isTTY: boolean;
  text = '';
  readonly #screen: FakeScreen | undefined;

  constructor({ columns, rows = 24, screen }: { readonly columns?: number | undefined; readonly rows?: number; readonly screen?: FakeScreen | undefined } = {}) {
    super({ decodeStrings: false });
    this.columns = columns;
    this.rows = columns === undefined ? undefined : rows;
    this.isTTY = columns !== undefined;
    this.#screen = screen;
  }

  get lines(): readonly string[] {
    return this.text.split('\n').slice(0, -1);
  }

  /** Waits until the text was written. */
  async holds(text: string): Promise<void> {
    while (!this.text.includes(text)) await once(this, 'written');
  }

  /** Changes the size, as a window that is dragged does: first the screen, then the program hears of it. */
  resize(columns: number, rows = this.rows ?? 24): void {
    this.#screen?.resize(columns, rows);
    this.columns = columns;
    this.rows = rows;
    this.emit('resize');
  }

  override _write(chunk: unknown, _encoding: string, callback: () => void): void {
    this.text += String(chunk);
    this.#screen?.write(String(chunk));
    this.emit('written', String(chunk));
    callback();
  }
}
