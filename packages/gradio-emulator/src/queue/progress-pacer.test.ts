import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProgressPacer } from './progress-pacer.ts';

const step = (index: number) => ({ index, length: 9, unit: 'steps', progress: null, desc: null });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('ProgressPacer', () => {
  it('sends the first step at once and then the newest of each interval', () => {
    const sent: (number | null)[] = [];
    const pacer = new ProgressPacer(100, ({ index }) => sent.push(index));
    for (const index of [0, 1, 2]) pacer.put(step(index));
    expect(sent).toEqual([0]);
    vi.advanceTimersByTime(100);
    expect(sent).toEqual([0, 2]);
    vi.advanceTimersByTime(100);
    pacer.put(step(3));
    expect(sent).toEqual([0, 2, 3]);
  });

  it('loses what is pending at the end', () => {
    const sent: (number | null)[] = [];
    const pacer = new ProgressPacer(100, ({ index }) => sent.push(index));
    pacer.put(step(0));
    pacer.put(step(1));
    pacer.stop();
    vi.advanceTimersByTime(1000);
    expect(sent).toEqual([0]);
  });

  it('sends everything at once without an interval', () => {
    const sent: (number | null)[] = [];
    const pacer = new ProgressPacer(0, ({ index }) => sent.push(index));
    for (const index of [0, 1, 2]) pacer.put(step(index));
    expect(sent).toEqual([0, 1, 2]);
  });
});
