// Measures many jobs that wait together, three times over: open-jobs.js <subject> <url> <jobs>
import { setTimeout } from 'node:timers/promises';
import { askSpace } from '../space/ask-space.ts';
import { makeSubject } from '../subjects/subjects.ts';
import { readTask, sendSample } from './program.ts';
import { settledMemory, type SettledMemory } from './settled-memory.ts';

const { subject, url, numbers: [jobs = 0] } = readTask();
const generate = await makeSubject(subject, { url, kind: 'hold', isShared: true });
// What is loaded and compiled at the first use is not what the jobs cost.
await openAndEnd(Math.ceil(jobs / 20));
const first = await openAndEnd(jobs);
const second = await openAndEnd(jobs);
const third = await openAndEnd(jobs);
sendSample({
  cpuMs: second.cpuMs,
  firstResidentBytes: first.open.residentBytes,
  // Later than the first time the memory that V8 keeps for young objects has grown as far as it grows, in every subject.
  openResidentBytes: third.open.residentBytes,
  openHeapBytes: third.open.heapBytes,
  openSockets: first.openSockets,
  endedSockets: third.endedSockets,
  endedResidentBytes: third.ended.residentBytes,
  keptBytes: third.ended.heapBytes - second.ended.heapBytes,
});

interface Round {
  /** CPU time of one job, from its start to its end. */
  readonly cpuMs: number;
  readonly open: SettledMemory;
  readonly openSockets: number;
  readonly ended: SettledMemory;
  readonly endedSockets: number;
}

async function openAndEnd(count: number): Promise<Round> {
  const start = process.cpuUsage();
  const pictures = Promise.all(Array.from({ length: count }, (_, index) => generate(`a lighthouse at dusk, number ${index.toString()}`)));
  while ((await ask('held')) < count) await Promise.race([pictures, setTimeout(20)]);
  const opening = spent(start);
  const openSockets = await ask('sockets');
  const open = await settledMemory();
  const middle = process.cpuUsage();
  await askSpace(url, 'release');
  await pictures;
  const ending = spent(middle);
  const endedSockets = await socketsAfterTheEnd();
  return { cpuMs: (opening + ending) / count, open, openSockets, ended: await settledMemory(), endedSockets };
}

/** What waits for reuse is closed by the server at once, as it would close it by itself some seconds later. */
async function socketsAfterTheEnd(): Promise<number> {
  let sockets = await ask('sockets');
  for (let attempt = 0; attempt < 20 && sockets > 0; attempt += 1) {
    await askSpace(url, 'close-idle');
    await setTimeout(50);
    sockets = await ask('sockets');
  }
  return sockets;
}

async function ask(what: 'held' | 'sockets'): Promise<number> {
  return Number(await askSpace(url, what));
}

function spent(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}
