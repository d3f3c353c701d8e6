// A whole sequence goes, not just its first character: what would be left of `ESC [31m` reads as rubbish. The control
// characters are spelled by code point because a pattern that holds them literally is unreadable.
const ESCAPE = String.fromCodePoint(0x1b);
const CSI = String.fromCodePoint(0x9b);
const BELL = String.fromCodePoint(0x07);
const OPERATING_SYSTEM_COMMAND = new RegExp(`${ESCAPE}\\][^${BELL}${ESCAPE}]*(?:${BELL}|${ESCAPE}\\\\)?`, 'gu');
const CONTROL_SEQUENCE = new RegExp(`(?:${ESCAPE}\\[|${CSI})[0-?]*[ -/]*[@-~]`, 'gu');

/** Longest text of a server that is repeated anywhere, in characters. */
export const MAXIMUM_FOREIGN_TEXT = 2048;

/**
 * Makes foreign text safe to print, log or put into an error.
 *
 * Control characters, terminal sequences and the invisible characters that reorder or hide text are taken out, white
 * space becomes single blanks, and the length is capped (`maximumLength`, default 2048 characters).
 */
export function cleanText(text: string, maximumLength = MAXIMUM_FOREIGN_TEXT): string {
  // Cut before the patterns run, so that a hostile megabyte costs nothing; the cap is applied again afterwards.
  const visible = text
    .slice(0, maximumLength * 8)
    .replace(OPERATING_SYSTEM_COMMAND, '')
    .replace(CONTROL_SEQUENCE, '')
    // Before the blanks are joined: a character that does not show would keep two of them apart.
    .replace(/[\p{Cf}\p{Cs}]|(?!\s)\p{Cc}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  if (visible.length <= maximumLength) return visible;
  // A cut in the middle of a pair would leave half a character.
  return `${visible.slice(0, maximumLength - 1).replace(/\p{Cs}$/u, '').trimEnd()}…`;
}
