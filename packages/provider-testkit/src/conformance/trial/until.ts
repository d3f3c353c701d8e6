import { setTimeout as delay } from 'node:timers/promises';
import { ConformanceError } from '../conformance-error.ts';

/** Waits until a condition holds. @throws {ConformanceError} when it never does. */
export async function until(condition: () => boolean, what: string, advice: string, patienceMs = 5000): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (!condition()) {
    if (performance.now() > deadline) throw new ConformanceError(what, advice);
    await delay(5);
  }
}
