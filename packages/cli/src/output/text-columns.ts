const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60]/u;

/** What a reader takes for one character: a letter with its accents, an emoji of several parts. */
const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Columns that a text takes in a terminal. Node has no table of them; where this guesses too high, the line is only shorter. */
export function textColumns(text: string): number {
  return Array.from(characters.segment(text), ({ segment }) => columnsOf(segment)).reduce((sum, columns) => sum + columns, 0);
}

/** Cuts a text to a number of columns, with an ellipsis where something is missing. */
export function fitColumns(text: string, columns: number): string {
  if (textColumns(text) <= columns) return text;
  let used = 1;
  let fitting = '';
  for (const { segment } of characters.segment(text)) {
    used += columnsOf(segment);
    if (used > columns) break;
    fitting += segment;
  }
  return `${fitting.trimEnd()}…`;
}

function columnsOf(character: string): number {
  return WIDE.test(character) ? 2 : 1;
}
