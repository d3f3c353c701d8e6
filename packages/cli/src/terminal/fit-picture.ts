import type { PixelSize } from './terminal-answer.ts';

/** Room that a picture has, in characters. */
export interface TerminalRoom {
  readonly columns: number;
  readonly rows: number;
  /** Size of one character. */
  readonly cell: PixelSize;
}

/** How large a picture is shown. */
export interface FittedPicture {
  /** Characters. */
  readonly columns: number;
  /** Lines. */
  readonly rows: number;
  /** Pixels to scale it to. */
  readonly pixels: PixelSize;
}

/** Lines that are left to the text around the picture, that of the cursor among them. */
export const TEXT_ROWS = 5;
const MOST_ROWS = 20;
const MOST_COLUMNS = 80;
const FEWEST_ROWS = 3;

/** Fits a picture into a terminal, never enlarged; `undefined` where there is no room. */
export function fitPicture({ width, height }: PixelSize, { columns, rows, cell }: TerminalRoom): FittedPicture | undefined {
  const mostRows = Math.min(MOST_ROWS, rows - TEXT_ROWS);
  // Pixels in the last column make some terminals begin a new line.
  const mostColumns = Math.min(MOST_COLUMNS, columns - 1);
  if (mostRows < FEWEST_ROWS || mostColumns < 1) return undefined;
  const scale = Math.min(1, (mostColumns * cell.width) / width, (mostRows * cell.height) / height);
  const pixels = { width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale)) };
  return { columns: Math.ceil(pixels.width / cell.width), rows: Math.ceil(pixels.height / cell.height), pixels };
}
