import { describe, expect, it } from 'vitest';
import { ManualClock } from '../testing/manual-clock.ts';
import type { Clock } from './clock.ts';
import { startPatientTimer } from './patient-timer.ts';

/** A patient timer whose due time is set from outside, with what it did. */
function watched(): { clock: ManualClock; scheduled: number[]; rung: number[]; setDue: (due: number) => void; timer: ReturnType<typeof startPatientTimer> } {
  const clock = new ManualClock();
  const [scheduled, rung]: [number[], number[]] = [[], []];
  let dueAt = Infinity;
  const counted: Clock = {
    now: () => clock.now(),
    date: () => clock.date(),
    schedule: (callback, delayMs) => {
      scheduled.push(delayMs);
      return clock.schedule(callback, delayMs);
    },
  };
  const timer = startPatientTimer(counted, () => dueAt, (now) => rung.push(now));
  return { clock, scheduled, rung, timer, setDue: (due) => { dueAt = due; } };
}

describe('startPatientTimer', () => {
  it('sets no timer while nothing is due', () => {
    const { timer, scheduled } = watched();
    timer.check();
    expect(scheduled).toEqual([]);
  });

  it('sets none anew for what is due at the same time or later', () => {
    const { clock, timer, scheduled, setDue } = watched();
    for (const wait of [100, 100, 200]) {
      setDue(clock.now() + wait);
      timer.check();
    }
    expect(scheduled).toEqual([100]);
  });

  it('rings once, and sets no timer after that', () => {
    const { clock, timer, scheduled, rung, setDue } = watched();
    const due = clock.now() + 100;
    setDue(due);
    timer.check();
    clock.advance(500);
    expect(rung).toHaveLength(1);
    expect(rung[0]).toBeGreaterThanOrEqual(due);
    expect(scheduled).toEqual([100]);
  });

  it('rings again when it is checked after it rang', () => {
    const { clock, timer, rung, setDue } = watched();
    setDue(clock.now());
    timer.check();
    timer.check();
    expect(rung).toHaveLength(2);
  });

  it('waits for what is left where it was put off', () => {
    const { clock, timer, scheduled, rung, setDue } = watched();
    setDue(clock.now() + 100);
    timer.check();
    setDue(clock.now() + 250);
    clock.advance(100);
    expect(rung).toEqual([]);
    expect(scheduled).toEqual([100, 150]);
  });

  it('sets no timer any more once it is stopped', () => {
    const { clock, timer, scheduled, rung, setDue } = watched();
    setDue(clock.now() + 100);
    timer.check();
    timer.stop();
    timer.check();
    clock.advance(500);
    expect([scheduled, rung]).toEqual([[100], []]);
  });
});
