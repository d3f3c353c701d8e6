import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canariesIn } from '../world/canaries.ts';
import type { Complaint } from '../verdict/complaint.ts';
import type { RunningCommand } from './run-command.ts';

/** What is expected of a command that ended. */
export interface CommandExpectation {
  readonly exit: number;
  /** Numbers of what the service saw, by what it is. */
  readonly counts?: Readonly<Record<string, readonly [found: number, expected: number]>>;
  /** Files in the folder of the pictures, and whether each must be a whole picture. */
  readonly files?: { readonly folder: string; readonly count: number };
}

// Prompt and token: a command says where the picture is, which has words of the prompt, and never more.
const CONTROL = /[\u{0}-\u{8}\u{b}-\u{1f}\u{7f}-\u{9f}]/u;
const PNG_BEGIN = Buffer.from([0x89, 0x50, 0x4e, 0x47]);
const PNG_END = Buffer.from('IEND');

/** Waits for the end of a command and says what is wrong with it. */
export async function examineCommand({ exit, text }: RunningCommand, { exit: expected, counts = {}, files }: CommandExpectation): Promise<readonly Complaint[]> {
  const code = await exit;
  const complaints: Complaint[] = [];
  if (code !== expected) complaints.push({ kind: 'wrong', text: `exit ${code.toString()} in the place of ${expected.toString()}: ${text.stderr}` });
  const all = `${text.stdout}${text.stderr}`;
  if (CONTROL.test(all)) complaints.push({ kind: 'output', text: `control characters, and no terminal: ${JSON.stringify(all)}` });
  if (/^\s+at .*:\d+/mu.test(text.stderr)) complaints.push({ kind: 'crash', text: text.stderr });
  complaints.push(...canariesIn(all).map((canary): Complaint => ({ kind: 'secret', text: `${canary} in the output` })));
  for (const [what, [found, wanted]] of Object.entries(counts)) if (found !== wanted) complaints.push({ kind: 'wrong', text: `${what}: ${found.toString()} in the place of ${wanted.toString()}` });
  if (files === undefined) return complaints;
  const entries = await readdir(files.folder, { withFileTypes: true });
  const names = entries.map(({ name }) => name);
  if (names.length !== files.count) complaints.push({ kind: 'leak', text: `${names.length.toString()} files in the place of ${files.count.toString()}: ${names.join(', ')}` });
  for (const name of entries.filter((entry) => entry.isFile()).map((entry) => entry.name)) {
    const bytes = await readFile(join(files.folder, name));
    if (!bytes.subarray(0, 4).equals(PNG_BEGIN) || bytes.indexOf(PNG_END) < 0) complaints.push({ kind: 'false success', text: `${name} is no whole picture` });
  }
  return complaints;
}
