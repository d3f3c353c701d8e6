/** Characters of base64 in one sequence, a multiple of 4; kitty allows no more. */
const CHUNK_LENGTH = 4096;

/** Where and as what a picture is shown by kitty. */
export interface KittyPlacement {
  /** Number of the picture, 1 to 4294967295: a later picture with the same one takes its place. */
  readonly id: number;
  /** Characters that it is stretched over; missing where it has the right size in pixels already. */
  readonly box?: { readonly columns: number; readonly rows: number } | undefined;
}

/**
 * A PNG for kitty's graphics protocol. The cursor stays where it is, and the terminal answers nothing, which would be taken
 * for typing.
 *
 * Source: https://sw.kovidgoyal.net/kitty/graphics-protocol/
 */
export function kittyPicture(png: Uint8Array, { id, box }: KittyPlacement): string {
  // Both sides, since older releases take the other one from the picture as it is, not from its ratio.
  const size = box === undefined ? '' : `c=${box.columns},r=${box.rows},`;
  const data = Buffer.from(png).toString('base64');
  const chunks = data.match(new RegExp(`.{1,${CHUNK_LENGTH}}`, 'gu')) ?? [];
  return chunks.map((chunk, index) => {
    const more = index < chunks.length - 1 ? 1 : 0;
    const keys = index === 0 ? `a=T,f=100,t=d,i=${id},p=1,${size}C=1,q=2,m=${more}` : `m=${more},q=2`;
    return `\u001b_G${keys};${chunk}\u001b\\`;
  }).join('');
}

/** Takes a picture of kitty off the screen and out of its memory. */
export function eraseKittyPicture(id: number): string {
  return `\u001b_Ga=d,d=I,i=${id},q=2\u001b\\`;
}
