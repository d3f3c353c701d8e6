import type { Endpoint } from './endpoint.ts';

/**
 * Seconds until the result of each waiting job, as Gradio estimates them: null before the first run has ended.
 *
 * `concurrency` is the number of jobs that run at once, `now` milliseconds of `performance.now()`.
 */
export function estimateWait(endpoint: Endpoint, concurrency: number, now: number): readonly (number | null)[] {
  const mean = endpoint.runTime.mean;
  if (mean === undefined) return endpoint.waiting.map(() => null);
  const ends = [...endpoint.running].map((job) => job.startedAt / 1000 + mean);
  const isBusy = endpoint.running.size >= concurrency;
  const untilFree = isBusy ? Math.max(Math.min(...ends) - now / 1000, 0) : 0;
  return endpoint.waiting.map((_, rank) => mean + (rank * mean) / concurrency + untilFree);
}
