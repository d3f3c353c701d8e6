import { systemClock, type Clock } from '@hypotez/provider-core';

/** Makes a clock on which so many seconds pass in one, for waits that a server asks for in whole seconds. */
export function createFastClock(factor: number): Clock & { shiftDate(milliseconds: number): void } {
  const start = systemClock.now();
  const startDate = systemClock.date();
  let dateOffset = 0;
  const now = (): number => start + (systemClock.now() - start) * factor;
  return {
    now,
    date: () => startDate + (now() - start) + dateOffset,
    schedule: (callback, delayMs) => systemClock.schedule(callback, delayMs / factor),
    shiftDate: (milliseconds) => { dateOffset += milliseconds; },
  };
}
