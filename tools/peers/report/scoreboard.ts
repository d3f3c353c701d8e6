import { markdownTable } from '../../docs/markdown/markdown-table.ts';
import type { Verdict } from '../judgement/judge.ts';
import type { SubjectName } from '../subjects/subjects.ts';
import type { Result } from './result.ts';

const VERDICTS: readonly Verdict[] = ['image', 'typed', 'untyped', 'false success', 'hang', 'crash'];

/** Who is compared with whom: ours once for each of the others, on the same rows. */
const LINES: readonly { readonly title: string; readonly subjects: readonly SubjectName[]; readonly rowsOf: SubjectName }[] = [
  { title: 'openai', subjects: ['openai'], rowsOf: 'openai' },
  { title: 'hypotez, the same rows', subjects: ['our-images'], rowsOf: 'openai' },
  { title: 'AI SDK', subjects: ['ai-sdk'], rowsOf: 'ai-sdk' },
  { title: 'hypotez, the same rows', subjects: ['our-images'], rowsOf: 'ai-sdk' },
  { title: '@gradio/client', subjects: ['gradio'], rowsOf: 'gradio' },
  { title: 'hypotez, the same rows, but for `/config`, which it does not ask for', subjects: ['our-queue'], rowsOf: 'gradio' },
];

/** One line for each library: how many faults ended how. Controls and rows that tell something else do not count. */
export function scoreboard(results: readonly Result[]): string {
  const counted = results.filter(({ peerCase: { isControl = false, tell } }) => !isControl && tell === undefined);
  const lines = LINES.map(({ title, subjects, rowsOf }) => {
    const rows = new Set(counted.filter(({ subject }) => subject === rowsOf).map(({ peerCase }) => peerCase));
    const own = counted.filter(({ subject, peerCase }) => subjects.includes(subject) && rows.has(peerCase));
    return [title, own.length.toString(), ...VERDICTS.map((verdict) => own.filter((result) => result.verdict === verdict).length.toString())];
  });
  return markdownTable(['', 'faults', 'image all the same', 'typed', 'untyped', 'false success', 'hang', 'crash'], lines);
}
