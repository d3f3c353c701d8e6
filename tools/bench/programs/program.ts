import { isSubject, type SubjectName } from '../subjects/subjects.ts';

/** What a measured program is told on its command line: `node program.js <subject> <url> [number …]`. */
export interface Task {
  readonly subject: SubjectName;
  /** Address of the Space. */
  readonly url: string;
  readonly numbers: readonly number[];
}

/** Reads the command line. */
export function readTask(): Task {
  const [, , subject, url, ...numbers] = process.argv;
  if (!isSubject(subject) || url === undefined) throw new Error('usage: <program> <subject> <url> [number …]');
  return { subject, url, numbers: numbers.map(Number) };
}

/** Sends what was measured and ends, whatever is still open. */
export function sendSample(sample: Readonly<Record<string, number>>): void {
  process.send?.(sample, () => {
    process.exit();
  });
}
