import { readFile, writeFile } from 'node:fs/promises';

/**
 * Puts a text between the two markers of a page, `<!-- name: begin -->` and `<!-- name: end -->`, for pages of which a command
 * writes a part.
 *
 * @throws {Error} when the page lacks them.
 */
export async function writeBetweenMarkers(page: URL, name: string, text: string): Promise<void> {
  const [opening, closing] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
  const document = await readFile(page, 'utf8');
  const begin = document.indexOf(opening);
  const end = document.indexOf(closing);
  if (begin === -1 || end < begin) throw new Error(`The page lacks the markers ${opening} and ${closing}.`);
  await writeFile(page, `${document.slice(0, begin + opening.length)}\n\n${text}\n\n${document.slice(end)}`);
}
