import { howMeasured } from '../docs/markdown/how-measured.ts';
import { markdownTable } from '../docs/markdown/markdown-table.ts';
import type { Measurement } from './row.ts';

/** A row that was measured. */
export interface MeasuredRow {
  readonly title: string;
  readonly measurements: readonly Measurement[];
}

/** Makes one Markdown table of all rows, with the machine above it. */
export function table(rows: readonly MeasuredRow[], command: string): string {
  const head = ['', 'hypotez', 'lower bound', '@gradio/client', 'AI SDK', 'hypotez / bound', 'target', 'met'];
  const lines = rows.flatMap(({ title, measurements }) => [[`**${title}**`], ...measurements.map(cellsOf)]);
  return [howMeasured(command), '', markdownTable(head, lines)].join('\n');
}

function cellsOf({ what, ours, bound = '', gradio = '', aiSdk = '', ratio = '', promise }: Measurement): readonly string[] {
  return [what, ours, bound, gradio, aiSdk, ratio, promise?.target ?? '', promise === undefined ? '' : promise.isMet ? 'yes' : 'no'];
}
