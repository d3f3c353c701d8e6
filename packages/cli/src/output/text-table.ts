import { textColumns } from './text-columns.ts';

/** Lines with the cells of each row below each other, two blanks apart. */
export function textTable(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, index) => { widths[index] = Math.max(widths[index] ?? 0, textColumns(cell)); });
  return rows.map((row) => row.map((cell, index) => `${cell}${' '.repeat((widths[index] ?? 0) - textColumns(cell))}`).join('  ').trimEnd());
}
