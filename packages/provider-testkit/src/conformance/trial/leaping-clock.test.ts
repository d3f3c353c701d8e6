import { expect, it } from 'vitest';
import { createLeapingClock } from './leaping-clock.ts';

/** A promise of a clock's timer. */
const rung = (clock: ReturnType<typeof createLeapingClock>, delayMs: number): Promise<number> => new Promise((resolve) => { clock.schedule(() => { resolve(delayMs); }, delayMs); });

it('lets hours pass at once, and rings what is due by then', async () => {
  const clock = createLeapingClock(20);
  const before = [clock.now(), clock.date()] as const;
  const due = rung(clock, 3_600_000);
  const stopped = clock.schedule(() => { throw new Error('It was stopped.'); }, 1);
  stopped();
  const later = rung(clock, 100_000_000);
  clock.leap(3_600_000);
  expect(await Promise.race([due, later])).toBe(3_600_000);
  expect(clock.now() - before[0]).toBeGreaterThanOrEqual(3_600_000);
  expect(clock.date() - before[1]).toBeGreaterThanOrEqual(3_600_000);
  clock.leap(96_400_000);
  expect(await later).toBe(100_000_000);
});

it('runs faster than time between its leaps', async () => {
  const clock = createLeapingClock(1000);
  const before = performance.now();
  await rung(clock, 60_000);
  expect(performance.now() - before).toBeLessThan(20_000);
});
