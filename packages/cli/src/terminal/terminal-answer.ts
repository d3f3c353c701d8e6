/** A size in pixels. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** What a terminal says about itself. */
export interface TerminalAnswer {
  /** Whether it shows sixel graphics. */
  readonly sixel: boolean;
  /** Size of one character. */
  readonly cell?: PixelSize | undefined;
}

/** Pixels of a character's side that can be true; others would ask for pictures of any size. */
const LARGEST_CELL = 200;

/**
 * Reads the answers to `CSI 16 t` (`CSI 6 ; height ; width t`) and `CSI c` (`CSI ? … ; 4 ; … c`, where 4 means sixel).
 *
 * `undefined` while the second one, which comes last, is not there.
 */
export function readTerminalAnswer(received: string): TerminalAnswer | undefined {
  const attributes = new RegExp(String.raw`\u001b\[\?([\d;]*)c`, 'u').exec(received)?.[1];
  if (attributes === undefined) return undefined;
  const [, height, width] = new RegExp(String.raw`\u001b\[6;(\d{1,4});(\d{1,4})t`, 'u').exec(received) ?? [];
  const cell = { width: Number(width ?? 0), height: Number(height ?? 0) };
  // The first number is the class of the terminal: 4 there would be something else.
  const sixel = attributes.split(';').slice(1).includes('4');
  return { sixel, cell: Object.values(cell).every((side) => side > 0 && side <= LARGEST_CELL) ? cell : undefined };
}
