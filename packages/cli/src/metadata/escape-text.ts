/**
 * Writes a text so that a PNG text chunk and an XML document can both hold it.
 *
 * Nearly every text stays as it is. Control characters (but for tab and line feed), half surrogate pairs and the two
 * non-characters of XML become `\uXXXX`, and so does the backslash of what already looks like that.
 */
export function escapeText(text: string): string {
  return text.replace(/(?![\t\n])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]|\\(?=u[\da-f]{4})/giu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Reads a text that `escapeText` wrote. */
export function unescapeText(text: string): string {
  return text.replace(/\\u([\da-f]{4})/giu, (_match, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}
