// A whole sequence goes, not just its first character: what would be left of `ESC [31m` reads as rubbish.

/** Device control, start of string, operating system command, privacy message, application command: all that they hold goes. */
const STRINGS = /(?:\u001b[PX\]^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u009c]*(?:[\u0007\u009c]|\u001b\\)?/gu;
/** Colours, movements of the cursor and the like; one that is cut off too. */
const CONTROL_SEQUENCES = /(?:\u001b\[|\u009b)[0-?]*[ -/]*(?:[@-~]|$)/gu;
/** What else an escape character begins: character sets, a reset of the terminal. */
const ESCAPES = /\u001b[ -/]*[0-~]?/gu;
/** Whatever has no form of its own but changes how the rest looks: direction, joining, variations, fillers, half characters. */
const UNSEEN = /[\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]|(?!\s)\p{Cc}/gu;

/** Longest text of a server that is repeated anywhere, in characters. */
export const MAXIMUM_FOREIGN_TEXT = 2048;

/**
 * Makes foreign text safe to print, log or put into an error.
 *
 * Control characters, terminal sequences and the invisible characters that reorder or hide text are taken out, white
 * space becomes single blanks, and the length is capped (`maximumLength`, 1 or more, default 2048 characters).
 */
export function cleanText(text: string, maximumLength = MAXIMUM_FOREIGN_TEXT): string {
  // Cut before the patterns run, so that a hostile megabyte costs nothing; the cap is applied again afterwards.
  const visible = text
    .slice(0, maximumLength * 8)
    .replace(STRINGS, '')
    .replace(CONTROL_SEQUENCES, '')
    .replace(ESCAPES, '')
    // Before the blanks are joined: a character that does not show would keep two of them apart.
    .replace(UNSEEN, '')
    .replace(/\s+/gu, ' ')
    .trim();
  if (visible.length <= maximumLength) return visible;
  // A cut in the middle of a pair would leave half a character.
  return `${visible.slice(0, maximumLength - 1).replace(/\p{Cs}$/u, '').trimEnd()}…`;
}
