// The measured program: node --expose-gc subject.ts <subject> <url>. It warms up, measures, and sends one sample.
import { setTimeout } from 'node:timers/promises';
import { GCProfiler } from 'node:v8';
import type { Sample } from './sample.ts';
import { subjects, type Generate, type SubjectName } from './subjects.ts';

/** Generations before anything is measured, until the compiler and the resident memory have settled. */
const WARM_UP = 1500;
/** Generations whose CPU time is measured. */
const MEASURED = 400;
/** Generations whose allocations are measured, apart from the others: the profiler takes time itself. */
const PROFILED = 50;
/** Generations that are under way together; few enough that the reader keeps up with the server. */
const AT_A_TIME = 8;

const [, , name, url] = process.argv;
if (!isSubject(name) || url === undefined) throw new Error('usage: subject.ts <hand|plugin|registry> <url>');
const generate = await subjects[name](url);
await run(WARM_UP);
globalThis.gc?.();
const before = process.cpuUsage();
await run(MEASURED);
const { user, system } = process.cpuUsage(before);
const allocatedBytes = await allocations();
globalThis.gc?.();
// What the first collection leaves to finalizers goes with the second one, and freed pages are returned meanwhile.
await setTimeout(200);
globalThis.gc?.();
const { heapUsed, rss } = process.memoryUsage();
const sample: Sample = { cpuMs: (user + system) / 1000 / MEASURED, allocatedBytes, heapBytes: heapUsed, residentBytes: rss };
process.send?.(sample, () => {
  process.disconnect();
});

function isSubject(text: string | undefined): text is SubjectName {
  return text !== undefined && Object.hasOwn(subjects, text);
}

async function run(count: number, once: Generate = generate): Promise<void> {
  let started = 0;
  const worker = async (): Promise<void> => {
    while (started < count) {
      started += 1;
      await once(`a lighthouse at dusk, number ${started.toString()}`);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
}

/** What a collection finds beyond what the one before it left was allocated in between. */
async function allocations(): Promise<number> {
  const profiler = new GCProfiler();
  globalThis.gc?.();
  let left = process.memoryUsage().heapUsed;
  profiler.start();
  await run(PROFILED);
  const end = process.memoryUsage().heapUsed;
  let bytes = 0;
  for (const { beforeGC, afterGC } of profiler.stop().statistics) {
    bytes += beforeGC.heapStatistics.usedHeapSize - left;
    left = afterGC.heapStatistics.usedHeapSize;
  }
  return (bytes + end - left) / PROFILED;
}
