import stringWidth from 'string-width';

/** What a reader takes for one character: a letter with its accents, an emoji of several parts. */
const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Columns that a text takes in a terminal. */
export function textColumns(text: string): number {
  return stringWidth(text);
}

/** Cuts a text to a number of columns, with an ellipsis where something is missing. */
export function fitColumns(text: string, columns: number): string {
  if (textColumns(text) <= columns) return text;
  let used = 1;
  let fitting = '';
  for (const { segment } of characters.segment(text)) {
    used += textColumns(segment);
    if (used > columns) break;
    fitting += segment;
  }
  return `${fitting.trimEnd()}…`;
}
