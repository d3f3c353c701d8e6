import { ConformanceError } from '../conformance-error.ts';

/** Longest time of anything that a check waits for, in milliseconds. */
const PATIENCE_MS = 10_000;

/** Waits for something that may never come. @throws {ConformanceError} when it has not come in time. */
export async function within<Value>(promise: Promise<Value>, what: string, advice: string, patienceMs = PATIENCE_MS): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => { reject(new ConformanceError(`${what} It was waited for ${patienceMs.toString()} ms.`, advice)); }, patienceMs);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
