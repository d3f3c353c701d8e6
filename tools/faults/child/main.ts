import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cases, timesOf } from '../cases.ts';
import { commandCases } from '../command/command-cases.ts';
import type { CaseResult } from '../verdict/case-result.ts';
import type { ChildMessage } from './messages.ts';
import { playInProcess } from './play-in-process.ts';

/** Plays one case in a process of its own: `<id of the case> <subject>`. */
const [id = '', subject] = process.argv.slice(2);
// A worker would open them later; here they are there from the beginning.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);
const isReady = (): void => { tell({ type: 'ready' }); };
tell({ type: 'done', ...await find() });
process.disconnect();

async function find(): Promise<CaseResult> {
  const fault = cases.get(id);
  if (fault !== undefined) return playInProcess(fault, timesOf(fault), subject === 'naive' ? 'naive' : 'framework', isReady);
  const command = commandCases.get(id);
  if (command === undefined) throw new Error(`There is no case ${id}.`);
  isReady();
  const folder = await mkdtemp(join(tmpdir(), 'pictures-'));
  try {
    return { complaints: await command.play(folder), settledMs: [] };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function tell(message: ChildMessage): void {
  process.send?.(message);
}
