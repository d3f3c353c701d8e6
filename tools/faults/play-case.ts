import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SubjectName } from './subjects/subject.ts';
import { isChildMessage } from './child/messages.ts';
import type { CaseResult } from './verdict/case-result.ts';
import type { Complaint } from './verdict/complaint.ts';
import { canariesIn } from './world/canaries.ts';

const MAIN = fileURLToPath(new URL('child/main.ts', import.meta.url));
/** A process that has told its result has to end by itself in this time. */
const EXIT_MS = 2000;
/** Starting Node and loading everything on a busy machine. */
const START_MS = 30_000;

/** What the parent has to know of a case. */
export interface PlayableCase {
  readonly id: string;
  readonly fault: number;
  readonly title: string;
  /** Longest time of one run, in milliseconds; the process may take as much for each of its runs, and a second for each. */
  readonly maxMs: number;
  /** How many runs there are. */
  readonly runs: number;
  /** Most files that the process may open. */
  readonly openFiles?: number;
  /** What the system has to allow for it. */
  readonly needs?: 'mount' | 'linux' | undefined;
}

/** Plays a case in a fresh process and gives everything that is wrong, crash, hang, output and files included. */
export async function playCase({ id, maxMs, runs, openFiles }: PlayableCase, subject: SubjectName = 'framework'): Promise<CaseResult> {
  const folder = await mkdtemp(join(tmpdir(), 'hypotez-fault-'));
  const complaints: Complaint[] = [];
  const settledMs: number[] = [];
  // `exec`: the limit is the process's own, and the channel stays open.
  const shell = ['-c', `${openFiles === undefined ? '' : `ulimit -n ${openFiles.toString()}; `}exec "$0" "$@"`];
  const child = spawn('/bin/sh', [...shell, process.execPath, '--conditions=@hypotez/source', MAIN, id, subject], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // A group of its own: what it started itself ends with it.
    detached: true,
    env: { PATH: process.env['PATH'], TMPDIR: folder, NODE_COMPILE_CACHE: join(tmpdir(), 'hypotez-faults-cache') },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes: Buffer) => { output += bytes.toString(); });
  const told = { isDone: false };
  let stopTimer = killAfter(START_MS, 'did not even start');
  function killAfter(milliseconds: number, what: string): () => void {
    const timer = setTimeout(() => {
      complaints.push({ kind: 'hang', text: what });
      endGroup(child.pid);
    }, milliseconds);
    return () => { clearTimeout(timer); };
  }
  child.on('message', (message: unknown) => {
    if (!isChildMessage(message)) return;
    stopTimer();
    if (message.type === 'ready') {
      stopTimer = killAfter(runs * (maxMs + 1000), `did not end in ${(runs * (maxMs + 1000)).toString()} ms`);
    } else {
      told.isDone = true;
      complaints.push(...message.complaints);
      settledMs.push(...message.settledMs);
      stopTimer = killAfter(EXIT_MS, 'told its result, but the process did not end');
    }
  });
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) => child.once('close', (...end) => { resolve(end); }));
  stopTimer();
  endGroup(child.pid);
  if (signal !== 'SIGKILL' && (code !== 0 || !told.isDone)) complaints.push({ kind: 'crash', text: `exit ${String(code ?? signal)}${told.isDone ? '' : ' without a result'}` });
  if (output !== '') complaints.push({ kind: 'output', text: output.slice(0, 2000) });
  complaints.push(...canariesIn(output).map((canary): Complaint => ({ kind: 'secret', text: `${canary} in the output` })));
  const files = await readdir(folder);
  if (files.length > 0) complaints.push({ kind: 'leak', text: `files: ${files.join(', ')}` });
  await rm(folder, { recursive: true });
  return { complaints, settledMs };
}

function endGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody is left in it.
  }
}
