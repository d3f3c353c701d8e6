// Measures CPU and memory of a generation: generation-costs.js <subject> <url> <hasty warm-up> <warm-up> <measured> <profiled>
import { GCProfiler } from 'node:v8';
import type { Generate } from '../subjects/subject.ts';
import { makeSubject } from '../subjects/subjects.ts';
import { readTask, sendSample } from './program.ts';
import { runTogether } from './run-together.ts';
import { settledMemory } from './settled-memory.ts';

const { subject, url, numbers: [hasty = 0, warmUp = 0, measured = 0, profiled = 0] } = readTask();
// Most of the compiler's work is done sooner without the pauses between the messages.
await runTogether(hasty, await makeSubject(subject, { url, kind: 'burst' }));
const generate = await makeSubject(subject, { url, kind: 'infer' });
await runTogether(warmUp, generate);
globalThis.gc?.();
const before = process.cpuUsage();
await runTogether(measured, generate);
const { user, system } = process.cpuUsage(before);
// Apart from the other: the profiler takes time itself.
const allocatedBytes = await allocations(generate, profiled);
sendSample({ cpuMs: (user + system) / 1000 / measured, allocatedBytes, ...(await settledMemory()) });

/** What a collection finds beyond what the one before it left was allocated in between. */
async function allocations(once: Generate, count: number): Promise<number> {
  const profiler = new GCProfiler();
  globalThis.gc?.();
  let left = process.memoryUsage().heapUsed;
  profiler.start();
  await runTogether(count, once);
  const end = process.memoryUsage().heapUsed;
  let bytes = 0;
  for (const { beforeGC, afterGC } of profiler.stop().statistics) {
    bytes += beforeGC.heapStatistics.usedHeapSize - left;
    left = afterGC.heapStatistics.usedHeapSize;
  }
  return (bytes + end - left) / count;
}
