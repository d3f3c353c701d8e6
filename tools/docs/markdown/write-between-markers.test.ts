import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { writeBetweenMarkers } from './write-between-markers.ts';

async function pageWith(text: string): Promise<URL> {
  const folder = await mkdtemp(join(tmpdir(), 'hypotez-page-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'page.md');
  await writeFile(file, text);
  return pathToFileURL(file);
}

describe('writeBetweenMarkers', () => {
  it('puts the text between the markers of its name, and leaves the rest', async () => {
    const other = '<!-- other: begin -->\nkept\n<!-- other: end -->\n';
    const page = await pageWith(`before\n${other}<!-- figures: begin -->\nold\n<!-- figures: end -->\nafter\n`);
    await writeBetweenMarkers(page, 'figures', 'new');
    expect(await readFile(page, 'utf8')).toBe(`before\n${other}<!-- figures: begin -->\n\nnew\n\n<!-- figures: end -->\nafter\n`);
  });

  it('refuses a page without markers', async () => {
    await expect(writeBetweenMarkers(await pageWith('no place for figures'), 'figures', 'new')).rejects.toThrow('lacks the markers');
  });
});
