import { describe, expect, it } from 'vitest';
import { ManualClock } from './manual-clock.ts';

describe('a manual clock', () => {
  it('rings what is due, in order, and nothing that was taken back', () => {
    const clock = new ManualClock();
    const rung: string[] = [];
    clock.schedule(() => rung.push('late'), 20);
    clock.schedule(() => rung.push('early'), 10);
    clock.schedule(() => rung.push('never'), 15)();
    clock.advance(19);
    expect([rung, clock.pending, clock.now()]).toEqual([['early'], 1, 19]);
  });

  it('says when a timer was started, when time was asked for and when none waits', async () => {
    const clock = new ManualClock();
    const started = clock.started(60_000);
    const stop = clock.schedule(() => undefined, 60_000);
    await started;
    const idle = clock.idle();
    stop();
    await idle;
    const asked = clock.asked(clock.askedCount + 1);
    clock.now();
    await asked;
  });

  it('has a date that is set without any timer ringing', () => {
    const clock = new ManualClock();
    let rung = false;
    clock.schedule(() => { rung = true; }, 1000);
    const before = clock.date();
    clock.shiftDate(86_400_000);
    expect([clock.date() - before, clock.now(), rung]).toEqual([86_400_000, 0, false]);
  });
});
