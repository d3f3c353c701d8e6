import type { CannedSpace } from '../space/canned-space.ts';
import type { SubjectName } from '../subjects/subjects.ts';
import { compile } from './compile.ts';
import { runProgram, type Sample } from './run-program.ts';
import { startSpaceProcess } from './space-process.ts';

/** The samples of each subject; those of the same index were taken one right after the other. */
export type Samples<Subject extends SubjectName, Key extends string> = Readonly<Record<Subject, readonly Sample<Key>[]>>;

/** What is to be measured. */
export interface Turns<Subject extends SubjectName, Key extends string> {
  /** File of the compiled program. */
  readonly program: string;
  readonly subjects: readonly Subject[];
  /** How often each of them is measured. */
  readonly runs: number;
  /** Which address of the server they talk to. Default `near`. */
  readonly from?: 'near' | 'distant';
  /** Further parameters of the program. */
  readonly numbers?: readonly number[];
  /** Names of the figures that the program sends. */
  readonly keys: readonly Key[];
}

/** Measures subjects in turns, each time in a new process, against one server. */
export async function takeTurns<Subject extends SubjectName, Key extends string>(turns: Turns<Subject, Key>): Promise<Samples<Subject, Key>> {
  await compile();
  await using space = await startSpaceProcess();
  const rounds: Readonly<Record<Subject, Sample<Key>>>[] = [];
  for (let index = 0; index < turns.runs; index += 1) rounds.push(await oneRound(turns, space));
  return bySubject(turns.subjects, (subject) => rounds.map((round) => round[subject]));
}

async function oneRound<Subject extends SubjectName, Key extends string>(
  { program, subjects, from = 'near', numbers = [], keys }: Turns<Subject, Key>,
  { url, distantUrl }: CannedSpace,
): Promise<Readonly<Record<Subject, Sample<Key>>>> {
  const samples = new Map<Subject, Sample<Key>>();
  for (const subject of subjects) {
    const parameters = [subject, from === 'near' ? url : distantUrl, ...numbers.map(String)];
    samples.set(subject, await runProgram(program, parameters, keys));
  }
  return bySubject(subjects, (subject) => {
    const sample = samples.get(subject);
    if (sample === undefined) throw new Error(`${subject} was not measured.`);
    return sample;
  });
}

function bySubject<Subject extends SubjectName, Value>(subjects: readonly Subject[], valueOf: (subject: Subject) => Value): Readonly<Record<Subject, Value>> {
  const values: Partial<Record<Subject, Value>> = {};
  for (const subject of subjects) values[subject] = valueOf(subject);
  if (isWhole(values, subjects)) return values;
  throw new Error('A subject is missing.');
}

function isWhole<Subject extends SubjectName, Value>(values: Partial<Record<Subject, Value>>, subjects: readonly Subject[]): values is Record<Subject, Value> {
  return subjects.every((subject) => Object.hasOwn(values, subject));
}
