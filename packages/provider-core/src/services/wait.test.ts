import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { ManualClock } from '../testing/manual-clock.ts';
import { wait } from './wait.ts';

describe('wait', () => {
  it('is over when the time has passed, and leaves nothing', async () => {
    const clock = new ManualClock();
    const { signal } = new AbortController();
    const over = wait(clock, 100, signal);
    clock.advance(100);
    await over;
    expect([clock.pending, getEventListeners(signal, 'abort')]).toEqual([0, []]);
  });

  it.each(['before', 'in the middle'])('rejects with the reason of an abort that comes %s, and leaves nothing', async (when) => {
    const clock = new ManualClock();
    const controller = new AbortController();
    if (when === 'before') controller.abort('enough');
    const over = wait(clock, 100, controller.signal);
    controller.abort('enough');
    await expect(over).rejects.toBe('enough');
    expect([clock.pending, getEventListeners(controller.signal, 'abort')]).toEqual([0, []]);
  });
});
