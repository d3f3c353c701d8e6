import { setTimeout } from 'node:timers/promises';

/** Memory of the whole process, in bytes. */
export interface SettledMemory {
  readonly heapBytes: number;
  readonly residentBytes: number;
}

/**
 * Collects garbage until it makes no difference, and measures what is left.
 *
 * What the first collection leaves to finalizers goes with a later one, and freed pages are returned meanwhile.
 */
export async function settledMemory(): Promise<SettledMemory> {
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc?.();
    await setTimeout(80);
  }
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  return { heapBytes: heapUsed, residentBytes: rss };
}
