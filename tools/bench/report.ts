import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import type { Measurement } from './row.ts';

const BEGIN = '<!-- figures: begin -->';
const END = '<!-- figures: end -->';

/** A row that was measured. */
export interface MeasuredRow {
  readonly title: string;
  readonly measurements: readonly Measurement[];
}

/** Makes one Markdown table of all rows, with the machine above it. It is aligned, so that it reads well in a terminal too. */
export function table(rows: readonly MeasuredRow[]): string {
  const lines = rows.flatMap(({ title, measurements }) => [
    [`**${title}**`, '', '', '', '', ''],
    ...measurements.map(({ what, ours, bound, ratio, target, isMet }) => [what, ours, bound, ratio, target, verdict(isMet)]),
  ]);
  const cells = [['', 'ours', 'lower bound', 'ratio', 'target', 'met'], ...lines];
  const widths = cells[0]?.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0), 3)) ?? [];
  const [head = '', ...body] = cells.map((line) => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`);
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [machine(), '', head, rule, ...body].join('\n');
}

/** Puts the table between the two markers of a document. */
export async function writeBetweenMarkers(path: URL, text: string): Promise<void> {
  const document = await readFile(path, 'utf8');
  const begin = document.indexOf(BEGIN);
  const end = document.indexOf(END);
  if (begin === -1 || end < begin) throw new Error(`The document lacks the markers ${BEGIN} and ${END}.`);
  await writeFile(path, `${document.slice(0, begin + BEGIN.length)}\n\n${text}\n\n${document.slice(end)}`);
}

function machine(): string {
  const processors = cpus();
  const date = new Date().toISOString().slice(0, 10);
  return `${date}, Node ${process.versions.node}, ${processors.length.toString()} cores of ${processors[0]?.model.trim() ?? 'an unknown processor'}.`;
}

function verdict(isMet: boolean | undefined): string {
  if (isMet === undefined) return '';
  return isMet ? 'yes' : 'no';
}
