import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { COMPILED } from './compile.ts';

/** What one process measured, by name. */
export type Sample<Key extends string> = Readonly<Record<Key, number>>;

/** Longest time of one program, in milliseconds; one that takes longer waits for something that never comes. */
const DEADLINE_MS = 300_000;

/** Runs a measured program in a new process and gives what it sends. @throws when it fails, hangs, or sends something else. */
export async function runProgram<Key extends string>(file: string | URL, parameters: readonly string[], keys: readonly Key[]): Promise<Sample<Key>> {
  const program = startProgram(file, parameters);
  const timer = setTimeout(() => program.kill('SIGKILL'), DEADLINE_MS);
  try {
    return parseSample(await firstMessage(program, `${String(file)} ${parameters.join(' ')}`), keys);
  } finally {
    clearTimeout(timer);
    program.kill('SIGKILL');
  }
}

/** `execArgv` leaves the source condition out: the packages too run as the JavaScript that is published. */
export function startProgram(file: string | URL, parameters: readonly string[]): ChildProcess {
  return fork(fileURLToPath(new URL(file, COMPILED)), parameters, { execArgv: ['--expose-gc'] });
}

/** The first message of a program; an error when it ends without one. */
export function firstMessage(program: ChildProcess, name: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    program.once('message', resolve);
    program.once('exit', (code, signal) => {
      reject(new Error(`${name} ended without an answer (${String(signal ?? code)}).`));
    });
  });
}

/** Checks what came from another process. */
function parseSample<Key extends string>(value: unknown, keys: readonly Key[]): Sample<Key> {
  const isSample = (sample: unknown): sample is Sample<Key> =>
    typeof sample === 'object' && sample !== null && keys.every((key) => Number.isFinite(Reflect.get(sample, key)));
  if (isSample(value)) return value;
  throw new Error(`Expected the figures ${keys.join(', ')}, got ${JSON.stringify(value)}.`);
}
