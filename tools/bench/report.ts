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
export function table(rows: readonly MeasuredRow[], command: string): string {
  const head = ['', 'hypotez', 'lower bound', '@gradio/client', 'AI SDK', 'hypotez / bound', 'target', 'met'];
  const lines = rows.flatMap(({ title, measurements }) => [[`**${title}**`], ...measurements.map(cellsOf)]);
  const widths = head.map((_, column) => Math.max(...[head, ...lines].map((line) => line[column]?.length ?? 0), 3));
  const [first = '', ...body] = [head, ...lines].map((line) => `| ${widths.map((width, column) => (line[column] ?? '').padEnd(width)).join(' | ')} |`);
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [machine(command), '', first, rule, ...body].join('\n');
}

/** Puts the table between the two markers of a document. */
export async function writeBetweenMarkers(path: URL, text: string): Promise<void> {
  const document = await readFile(path, 'utf8');
  const begin = document.indexOf(BEGIN);
  const end = document.indexOf(END);
  if (begin === -1 || end < begin) throw new Error(`The document lacks the markers ${BEGIN} and ${END}.`);
  await writeFile(path, `${document.slice(0, begin + BEGIN.length)}\n\n${text}\n\n${document.slice(end)}`);
}

function cellsOf({ what, ours, bound = '', gradio = '', aiSdk = '', ratio = '', promise }: Measurement): readonly string[] {
  return [what, ours, bound, gradio, aiSdk, ratio, promise?.target ?? '', promise === undefined ? '' : promise.isMet ? 'yes' : 'no'];
}

function machine(command: string): string {
  const processors = cpus();
  const date = new Date().toISOString().slice(0, 10);
  return `\`${command}\` on ${date}, Node ${process.versions.node}, ${processors.length.toString()} cores of ${processors[0]?.model.trim() ?? 'an unknown processor'}.`;
}
