import { expect, it } from 'vitest';
import { startStopwatch } from './stopwatch.ts';

it('counts what a timer waits', async () => {
  const stopwatch = startStopwatch();
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(stopwatch.stop()).toBeGreaterThan(50);
});

it('counts next to nothing where nothing is waited for', async () => {
  const stopwatch = startStopwatch();
  await Promise.resolve();
  expect(stopwatch.stop()).toBeLessThan(50);
});
