import { textColumns } from './text-columns.ts';

/** Narrower than this, a terminal breaks lines as well as anybody. */
const NARROWEST = 16;

/** Breaks a text between its words, so that the terminal need not break it inside of them. Words that are too long stay whole. */
export function wrapText(text: string, columns: number): string {
  if (columns < NARROWEST) return text;
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = `${last ?? ''} ${word}`;
    if (last !== undefined && textColumns(longer) <= columns) lines.splice(-1, 1, longer);
    else lines.push(word);
  }
  return lines.join('\n');
}
