import { expect, it } from 'vitest';
import { createFastClock } from './fast-clock.ts';

it('lets ten seconds pass in a tenth of one', async () => {
  const clock = createFastClock(100);
  const before = performance.now();
  const start = clock.now();
  await new Promise<void>((resolve) => { clock.schedule(resolve, 10_000); });
  expect(clock.now() - start).toBeGreaterThanOrEqual(9_900);
  expect(performance.now() - before).toBeLessThan(5000);
});

it('can be taken back', () => {
  const clock = createFastClock(1000);
  clock.schedule(() => { throw new Error('rang'); }, 1)();
});
