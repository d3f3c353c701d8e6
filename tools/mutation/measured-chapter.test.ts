import { describe, expect, it } from 'vitest';
import { chapterTable, readChapters, type MeasuredChapter } from './measured-chapter.ts';

const CHAPTERS: readonly MeasuredChapter[] = [
  { name: 'state of a run', failed: 899, endless: 0, unnoticed: 101, day: '2026-11-25' },
  { name: 'retry and fail-over', failed: 7, endless: 2, unnoticed: 1, day: '2026-11-26' },
];

describe('the table of chapters', () => {
  it('has a row for each and one for all of them, and rounds nothing up', () => {
    const cells = chapterTable(CHAPTERS).split('\n').slice(2).map((row) => row.split('|').slice(1, -1).map((cell) => cell.trim()));
    expect(cells).toEqual([
      ['state of a run', '1000', '899', '0', '101', '89.9 %', '2026-11-25'],
      ['retry and fail-over', '10', '7', '2', '1', '90.0 %', '2026-11-26'],
      ['all', '1010', '906', '2', '102', '89.9 %', ''],
    ]);
  });

  it('is read from a page as it was written', () => {
    expect(readChapters(`# Page\n\n${chapterTable(CHAPTERS)}\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n`)).toEqual(CHAPTERS);
  });
});
