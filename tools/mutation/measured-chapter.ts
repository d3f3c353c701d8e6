import { markdownTable } from '../docs/markdown/markdown-table.ts';
import { noticedPart, type Score } from './mutation-score.ts';

/** How many changes of a chapter the tests noticed, and when that was measured: one row of the page. */
export interface MeasuredChapter extends Score {
  readonly name: string;
  /** Day of the measurement, as `2026-11-26`. */
  readonly day: string;
}

const HEAD = ['changed', 'changes', 'a test failed', 'a test did not end', 'not noticed', 'noticed', 'measured'];
const ROW = /^\| (?<name>[^|]+?) +\| \d+ +\| (?<failed>\d+) +\| (?<endless>\d+) +\| (?<unnoticed>\d+) +\| [\d.]+ % +\| (?<day>[\d-]{10}) +\|$/gmu;

/** The table of all chapters; the last row is about them together. */
export function chapterTable(chapters: readonly MeasuredChapter[]): string {
  const sum = (figure: keyof Score): number => chapters.reduce((total, chapter) => total + chapter[figure], 0);
  const all = { name: 'all', failed: sum('failed'), endless: sum('endless'), unnoticed: sum('unnoticed') };
  return markdownTable(HEAD, [...chapters, all].map((row) => [
    row.name,
    ...[row.failed + row.endless + row.unnoticed, row.failed, row.endless, row.unnoticed].map(String),
    `${(Math.floor(noticedPart(row) * 1000) / 10).toFixed(1)} %`,
    'day' in row ? row.day : '',
  ]));
}

/** The rows of the tables of chapters on a page, but for those about all of them. */
export function readChapters(page: string): readonly MeasuredChapter[] {
  return [...page.matchAll(ROW)].map(({ groups = {} }) => ({
    name: groups['name'] ?? '',
    failed: Number(groups['failed']),
    endless: Number(groups['endless']),
    unnoticed: Number(groups['unnoticed']),
    day: groups['day'] ?? '',
  }));
}
