import headless from '@xterm/headless';

/** A terminal without a window: what it shows after all that was written to it. */
export class FakeScreen {
  readonly #terminal: InstanceType<typeof headless.Terminal>;

  constructor(columns: number, rows: number) {
    // A line feed begins a new line at its start, as the line discipline of a real terminal sees to.
    this.#terminal = new headless.Terminal({ cols: columns, rows, convertEol: true, allowProposedApi: true });
  }

  write(text: string): void {
    this.#terminal.write(text);
  }

  resize(columns: number, rows: number): void {
    this.#terminal.resize(columns, rows);
  }

  /** Every line that can be seen or scrolled to, without blanks at the ends; waits until everything is drawn. */
  async text(): Promise<string> {
    await new Promise<void>((resolve) => { this.#terminal.write('', resolve); });
    const { active } = this.#terminal.buffer;
    const lines = Array.from({ length: active.length }, (_, row) => active.getLine(row)?.translateToString(true) ?? '');
    return lines.join('\n').trimEnd();
  }

  /** Line and column of the cursor, from 0, the lines above the screen counted. */
  async cursor(): Promise<{ readonly line: number; readonly column: number }> {
    await new Promise<void>((resolve) => { this.#terminal.write('', resolve); });
    const { baseY, cursorY, cursorX } = this.#terminal.buffer.active;
    return { line: baseY + cursorY, column: cursorX };
  }
}
