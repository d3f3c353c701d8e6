import { readFile, writeFile } from 'node:fs/promises';
import { replaceBetweenMarkers } from './replace-between-markers.ts';

/**
 * Puts a text between the two markers of a page, for pages of which a command writes a part.
 *
 * @throws {Error} when the page lacks them.
 */
export async function writeBetweenMarkers(page: URL, name: string, text: string): Promise<void> {
  await writeFile(page, replaceBetweenMarkers(await readFile(page, 'utf8'), name, text));
}
