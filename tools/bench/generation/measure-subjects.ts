import { fork, type ChildProcess } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { isSample, type Sample } from './sample.ts';
import type { SubjectName } from './subjects.ts';

/** The samples of each subject; those of the same index were taken one right after the other. */
export type Samples = Readonly<Record<SubjectName, readonly Sample[]>>;

/** How often every subject is measured. */
const RUNS = 5;

let measured: Promise<Samples> | undefined;

/** Measures all subjects in turns, each time in a new process, against one server. Done once, however many rows ask. */
export function measureSubjects(): Promise<Samples> {
  return (measured ??= measure());
}

async function measure(): Promise<Samples> {
  const samples: Record<SubjectName, Sample[]> = { hand: [], plugin: [], registry: [] };
  await compile();
  const server = start('server.js', []);
  try {
    const url = `http://127.0.0.1:${String(await answer(server))}`;
    for (let index = 0; index < RUNS; index += 1) {
      for (const name of ['hand', 'plugin', 'registry'] as const) {
        const sample = await answer(start('subject.js', [name, url]));
        if (!isSample(sample)) throw new Error(`The subject ${name} sent no sample.`);
        samples[name].push(sample);
      }
    }
  } finally {
    server.disconnect();
  }
  return samples;
}

const COMPILED = new URL('../dist/', import.meta.url);

/** The measured programs run as JavaScript: Node's own compiler for TypeScript would weigh more than they do. */
async function compile(): Promise<void> {
  await rm(COMPILED, { recursive: true, force: true });
  await build({
    entryPoints: ['server.ts', 'subject.ts'].map((file) => fileURLToPath(new URL(file, import.meta.url))),
    outdir: fileURLToPath(COMPILED),
    bundle: true,
    // Each subject stays a file of its own, and the packages are those that are installed.
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
}

/** `execArgv` leaves the source condition out: the packages too run as the JavaScript that is published. */
function start(file: string, parameters: readonly string[]): ChildProcess {
  return fork(fileURLToPath(new URL(file, COMPILED)), parameters, { execArgv: ['--expose-gc'] });
}

/** The first message of a program; an error when it ends without one. */
function answer(program: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    program.once('message', resolve);
    program.once('exit', () => {
      reject(new Error('A measured program ended without an answer.'));
    });
  });
}
