import { DEADLINE_MS, type PeerCase } from '../cases/peer-case.ts';
import { judge } from '../judgement/judge.ts';
import type { Result } from '../report/result.ts';
import type { SubjectName } from '../subjects/subjects.ts';
import { wires } from '../wires/wires.ts';
import type { Programs } from './prepare-programs.ts';
import { runCase } from './run-case.ts';

/** Processes that run at the same time; most of them wait. Those that are watched for minutes are not among them. */
const AT_A_TIME = 3;

/** What is to be run. */
export interface Run {
  readonly cases: readonly PeerCase[];
  readonly program: Programs['program'];
  /** Whether nobody is watched longer than to the deadline. */
  readonly isQuick: boolean;
  /** Called with a line of progress. */
  readonly report: (line: string) => void;
}

/** Runs every case with all whom it is for. */
export async function runAll({ cases, program, isQuick, report }: Run): Promise<readonly Result[]> {
  const tasks = cases.flatMap((peerCase) => (peerCase.subjects ?? wires[peerCase.wire].subjects).map((subject) => ({ peerCase, subject })));
  const runOne = async ({ peerCase, subject }: { readonly peerCase: PeerCase; readonly subject: SubjectName }): Promise<Result> => {
    const deadlineMs = peerCase.deadlineMs ?? DEADLINE_MS;
    const observation = await runCase(isQuick ? { ...peerCase, watchMs: deadlineMs } : peerCase, subject, program[subject]);
    const verdict = judge(observation, deadlineMs);
    report(`${subject}: ${peerCase.title}: ${verdict}`);
    return { peerCase, subject, observation, verdict };
  };
  const isLong = ({ peerCase: { watchMs = 0 } }: (typeof tasks)[number]): boolean => !isQuick && watchMs > DEADLINE_MS;
  const long = Promise.all(tasks.filter(isLong).map(runOne));
  const short = tasks.filter((task) => !isLong(task));
  const results: Result[] = [];
  await Promise.all(Array.from({ length: AT_A_TIME }, async () => {
    for (let task = short.shift(); task !== undefined; task = short.shift()) results.push(await runOne(task));
  }));
  return [...results, ...(await long)];
}
