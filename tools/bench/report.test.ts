import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { table, writeBetweenMarkers } from './report.ts';

async function documentWith(text: string): Promise<URL> {
  const folder = await mkdtemp(join(tmpdir(), 'hypotez-report-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'page.md');
  await writeFile(file, text);
  return pathToFileURL(file);
}

describe('the report', () => {
  it('puts the figures between the markers, and leaves the rest', async () => {
    const page = await documentWith('before\n<!-- figures: begin -->\nold\n<!-- figures: end -->\nafter\n');
    await writeBetweenMarkers(page, 'new');
    expect(await readFile(page, 'utf8')).toBe('before\n<!-- figures: begin -->\n\nnew\n\n<!-- figures: end -->\nafter\n');
  });

  it('refuses a page without markers', async () => {
    const page = await documentWith('no place for figures');
    await expect(writeBetweenMarkers(page, 'new')).rejects.toThrow('lacks the markers');
  });

  it('says with which command it was made, and which promise is kept', () => {
    const text = table([{ title: 'Row', measurements: [{ what: 'ms', ours: '2', promise: { target: 'at most 1', isMet: false } }] }], 'npm run bench');
    expect(text).toContain('`npm run bench` on ');
    expect(text.split('\n').at(-1)?.split('|').map((cell) => cell.trim())).toEqual(['', 'ms', '2', '', '', '', '', 'at most 1', 'no', '']);
  });
});
