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
  it('sends the newest step after half an interval and then of each interval', () => {
    const sent: (number | null)[] = [];
    const pacer = new ProgressPacer(100, ({ index }) => sent.push(index));
    for (const index of [0, 1, 2]) pacer.put(step(index));
    expect(sent).toEqual([]);
    vi.advanceTimersByTime(50);
    expect(sent).toEqual([2]);
    pacer.put(step(3));
    vi.advanceTimersByTime(200);
    expect(sent).toEqual([2, 3]);
  });

  it('loses what is pending at the end', () => {
    const sent: (number | null)[] = [];
    const pacer = new ProgressPacer(100, ({ index }) => sent.push(index));
    pacer.put(step(0));
    vi.advanceTimersByTime(50);
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
