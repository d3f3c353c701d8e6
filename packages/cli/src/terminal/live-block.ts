import { cursorDown, cursorUp, eraseDown, synchronizedOutput } from 'ansi-escapes';
import stringWidth from 'string-width';
import type { OutputStream } from '../process/command-io.ts';
import type { TerminalPicture } from './picture-renderer.ts';

const SAVE_CURSOR = '\u001b7';
const RESTORE_CURSOR = '\u001b8';

/** A picture on the screen, and the size of the screen when it was put there. */
interface PlacedPicture extends TerminalPicture {
  readonly screenColumns: number | undefined;
  readonly screenRows: number | undefined;
}

/** How the block behaves. */
export interface LiveBlockOptions {
  readonly stream: OutputStream;
  /** Whether the terminal breaks long lines anew when it is made narrower, as nearly all do. */
  readonly reflows: boolean;
}

/** A picture and some lines below it that are written over and over. The cursor stays in the line below the last one. */
export class LiveBlock {
  readonly #options: LiveBlockOptions;
  #lines: readonly string[] = [];
  #placed: PlacedPicture | undefined;

  constructor(options: LiveBlockOptions) {
    this.#options = options;
  }

  /** Writes the lines over the former ones, none of which may be wider than the terminal, and the picture if there is one. */
  draw(lines: readonly string[], picture?: TerminalPicture): void {
    const placing = picture === undefined ? '' : this.#place(picture);
    this.#write(`${this.#toTop()}${eraseDown}${placing}${lines.map((line) => `${line}\n`).join('')}`);
    this.#lines = lines;
  }

  /** Takes the lines away; the picture stays, and the next one will be drawn below it. */
  release(): void {
    if (this.#lines.length > 0) this.#write(`${this.#toTop()}${eraseDown}`);
    this.#lines = [];
    this.#placed = undefined;
  }

  /** Takes lines and picture away. */
  erase(): void {
    const above = this.#isInPlace() ? cursorUp(this.#placed?.rows) : '';
    if (this.#lines.length > 0 || this.#placed !== undefined) this.#write(`${this.#toTop()}${above}${eraseDown}${this.#placed?.erase ?? ''}`);
    this.#lines = [];
    this.#placed = undefined;
  }

  /** Into the lines that the picture takes: those of the former one, else new ones. */
  #place(picture: TerminalPicture): string {
    const { rows, sequence } = picture;
    const former = this.#placed;
    const canReplace = former !== undefined && this.#isInPlace();
    const away = former === undefined || (canReplace && former.rows === rows) ? '' : former.erase;
    // New lines are written, not moved over: at the lower end of the screen only that makes room.
    const room = canReplace && former.rows === rows ? '' : `${canReplace ? `${cursorUp(former.rows)}${eraseDown}` : ''}${'\n'.repeat(rows)}`;
    const { columns: screenColumns, rows: screenRows } = this.#options.stream;
    this.#placed = { ...picture, screenColumns, screenRows };
    // Terminals differ in where they leave the cursor after a picture.
    return `${away}${room}${cursorUp(rows)}${SAVE_CURSOR}${sequence}${RESTORE_CURSOR}${cursorDown(rows)}\r`;
  }

  /** Where the picture went when the size of the screen changed, nobody knows. */
  #isInPlace(): boolean {
    const { columns, rows } = this.#options.stream;
    return this.#placed !== undefined && this.#placed.screenColumns === columns && this.#placed.screenRows === rows;
  }

  #toTop(): string {
    const { stream, reflows } = this.#options;
    const columns = stream.columns ?? 80;
    const rows = this.#lines.map((line) => (reflows ? Math.max(1, Math.ceil(stringWidth(line) / columns)) : 1));
    const height = rows.reduce((sum, count) => sum + count, 0);
    return height === 0 ? '\r' : `\r${cursorUp(height)}`;
  }

  #write(text: string): void {
    this.#options.stream.write(synchronizedOutput(text));
  }
}
