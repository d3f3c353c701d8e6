import { markdownTable } from '../../docs/markdown/markdown-table.ts';
import type { Chapter } from '../cases/all-cases.ts';
import type { PeerCase } from '../cases/peer-case.ts';
import type { SubjectName } from '../subjects/subjects.ts';
import { wires } from '../wires/wires.ts';
import { cell } from './cell.ts';
import type { Result } from './result.ts';

const COLUMNS: readonly (readonly SubjectName[])[] = [['openai'], ['ai-sdk'], ['gradio'], ['our-images', 'our-queue']];

/** One line for each fault, one column for each library; empty where it does not apply. */
export function faultRows(chapters: readonly Chapter[], results: readonly Result[]): string {
  const lines = chapters.flatMap(({ title, cases }) => {
    const isMixed = new Set(cases.map(({ wire }) => wire)).size > 1;
    return [[`**${title}**`], ...cases.map((peerCase) => [isMixed ? `${peerCase.title} (${wires[peerCase.wire].short})` : peerCase.title, ...cellsOf(peerCase, results)])];
  });
  return markdownTable(['', 'openai', 'AI SDK', '@gradio/client', 'hypotez'], lines);
}

function cellsOf(peerCase: PeerCase, results: readonly Result[]): readonly string[] {
  const own = results.filter((result) => result.peerCase === peerCase);
  return COLUMNS.map((subjects) => own.filter(({ subject }) => subjects.includes(subject)).map(cell).join('; '));
}
