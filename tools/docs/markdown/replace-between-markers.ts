/**
 * Puts a text between the two markers of a page, `<!-- name: begin -->` and `<!-- name: end -->`.
 *
 * @throws {Error} when the page lacks them.
 */
export function replaceBetweenMarkers(document: string, name: string, text: string): string {
  const [opening, closing] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
  const begin = document.indexOf(opening);
  const end = document.indexOf(closing);
  if (begin === -1 || end < begin) throw new Error(`The page lacks the markers ${opening} and ${closing}.`);
  return `${document.slice(0, begin + opening.length)}\n\n${text}\n\n${document.slice(end)}`;
}
