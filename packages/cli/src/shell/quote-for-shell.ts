/** Words that mean themselves in every shell. */
const PLAIN = /^[A-Za-z0-9_./:][A-Za-z0-9_./:-]*$/u;

/** What a terminal obeys or hides, but for a line feed. */
const HIDDEN = /(?:(?!\n)\p{Cc}|[\u061C\u200B\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF])+/u;

/** What stands outside of quotes, behind a backslash. */
const ESCAPED = /['\\]/u;

/**
 * The same for a word with a `"$(…)"`, behind which fish 3.6 loses count of quotes: it takes a dollar in single quotes for a
 * variable, and behind two double quotes in them a parenthesis for a command.
 */
const ESCAPED_BESIDE_HIDDEN = /['"\\$()]/u;

/**
 * Writes a text as one word of a command line, the same for sh, bash, zsh and fish.
 *
 * Within single quotes nothing means anything but, in fish, the backslash: it and the single quote stand outside. What a
 * terminal would obey or hide, control characters and those that turn the direction of text, is written by `printf`; a line
 * feed stands as it is. `undefined` for texts that no command line can hold: with a NUL or half a surrogate pair.
 */
export function quoteForShell(text: string): string | undefined {
  if (text === '') return `''`;
  if (/\0|\p{Cs}/u.test(text)) return undefined;
  if (PLAIN.test(text)) return text;
  const escaped = HIDDEN.test(text) ? ESCAPED_BESIDE_HIDDEN : ESCAPED;
  const pieces = new RegExp(`${HIDDEN.source}|${escaped.source}|[^]`, 'gu');
  let quoted = '';
  let plain = '';
  const endPlain = (): void => {
    quoted += plain === '' ? '' : `'${plain}'`;
    plain = '';
  };
  for (const [piece] of text.matchAll(pieces)) {
    const special = HIDDEN.test(piece) ? `"$(printf '${octal(piece)}')"` : escaped.test(piece) ? `\\${piece}` : undefined;
    if (special === undefined) {
      plain += piece;
    } else {
      endPlain();
      quoted += special;
    }
  }
  endPlain();
  return quoted;
}

function octal(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}
