/** A text without what encodings and white space add to it, and where each of its characters stood. */
export interface FoldedText {
  readonly text: string;
  /** Of each character: where it began in the original. */
  readonly starts: readonly number[];
  /** Of each character: where it ended there. */
  readonly ends: readonly number[];
}

/** Escapes of URLs, of JSON and JavaScript, and of HTML. */
const ESCAPE = /((?:%[\da-f]{2})+)|\\u([\da-f]{4})|\\x([\da-f]{2})|\\([^\sxu])|&#x([\da-f]{1,5});|&#(\d{1,6});|&(amp|lt|gt|quot|apos|nbsp);/giu;
const LETTERS: Readonly<Partial<Record<string, string>>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'', nbsp: ' ', n: ' ', r: ' ', t: ' ', b: ' ', f: ' ' };
/** White space, which in URLs is a `+` too, and what does not show. */
const FILLING = /[\s+]|\p{Cc}|\p{Cf}/gu;
/** How many encodings around each other are seen through: twice as many as JSON inside JSON inside a URL has. */
const MAXIMUM_LAYERS = 6;

/** Makes texts alike that say the same in another encoding, with other white space, or in capitals. */
export function foldText(original: string): FoldedText {
  const places = Array.from({ length: original.length + 1 }, (_item, index) => index);
  let folded: FoldedText = { text: original, starts: places, ends: places.slice(1) };
  for (let layer = 0; layer < MAXIMUM_LAYERS && folded.text.search(ESCAPE) >= 0; layer += 1) folded = rewrite(folded, ESCAPE, decodeEscape);
  return rewrite(rewrite(folded, FILLING, () => ''), /\p{Lu}/gu, (letter) => letter.toLowerCase());
}

/** Replaces every match and keeps track of where its characters stood. */
function rewrite({ text, starts, ends }: FoldedText, pattern: RegExp, replace: (...match: string[]) => string): FoldedText {
  const pieces: string[] = [];
  const newStarts: number[] = [];
  const newEnds: number[] = [];
  let from = 0;
  const keep = (until: number): void => {
    pieces.push(text.slice(from, until));
    for (; from < until; from += 1) {
      newStarts.push(starts[from] ?? 0);
      newEnds.push(ends[from] ?? 0);
    }
  };
  for (const match of text.matchAll(pattern)) {
    keep(match.index);
    from += match[0].length;
    const replacement = replace(...match);
    pieces.push(replacement);
    newStarts.push(...Array<number>(replacement.length).fill(starts[match.index] ?? 0));
    newEnds.push(...Array<number>(replacement.length).fill(ends[from - 1] ?? 0));
  }
  keep(text.length);
  return { text: pieces.join(''), starts: newStarts, ends: newEnds };
}

function decodeEscape(_escape: string, percents?: string, unit?: string, byte?: string, letter?: string, hex?: string, decimal?: string, name?: string): string {
  if (percents !== undefined) return new TextDecoder().decode(Uint8Array.from(percents.slice(1).split('%'), (digits) => Number.parseInt(digits, 16)));
  const code = unit ?? byte ?? hex;
  if (code !== undefined) return fromCode(Number.parseInt(code, 16));
  if (decimal !== undefined) return fromCode(Number(decimal));
  const word = letter ?? name?.toLowerCase() ?? '';
  return LETTERS[word] ?? word;
}

function fromCode(code: number): string {
  // Not `fromCodePoint` for halves of a pair, which JSON writes one by one: as units they join again.
  return code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code);
}
