import { textColumns } from './text-columns.ts';
import { textTable } from './text-table.ts';
import { wrapText } from './wrap-text.ts';

/** Cells of one row by the names of their columns, in their order. */
export type TextRecord = Readonly<Record<string, string>>;

/** Columns between a name and what stands beside it. */
const GAP = 2;

/**
 * Lists records for people: as a table where it fits into the columns, else one below the other.
 *
 * The names of the columns are those of the first record. Without `columns` the table is as wide as it needs.
 */
export function describeRecords(records: readonly TextRecord[], columns: number | undefined): readonly string[] {
  const names = Object.keys(records[0] ?? {});
  const table = textTable([names, ...records.map((record) => names.map((name) => record[name] ?? ''))]);
  if (columns === undefined || table.every((line) => textColumns(line) <= columns)) return table;
  const room = columns - Math.max(...names.map(textColumns)) - GAP;
  const rowsOf = (record: TextRecord): readonly (readonly string[])[] =>
    names.flatMap((name) => wrapText(record[name] ?? '', room).split('\n').map((line, index) => [index === 0 ? name : '', line]));
  return records.flatMap((record, index) => [...(index === 0 ? [] : ['']), ...textTable(rowsOf(record))]);
}
