import type { PluginProgress } from '@hypotez/provider-core';
import { describe, expect, it } from 'vitest';
import { StepPace } from './step-pace.ts';

function step(number: number, more: Partial<PluginProgress> = {}): PluginProgress {
  return { type: 'progress', stage: 'step', step: number, steps: 20, ...more };
}

describe('StepPace', () => {
  it('says nothing before it has seen two steps', () => {
    const pace = new StepPace();
    expect(pace.estimate(step(0), 1000)).toBeUndefined();
    expect(pace.estimate(step(1), 1500)).toBeUndefined();
    expect(pace.estimate(step(2), 2000)).toBe(9);
  });

  it('counts from the first step that it saw', () => {
    const pace = new StepPace();
    pace.estimate(step(10), 1000);
    expect(pace.estimate(step(15), 6000)).toBe(5);
    expect(pace.estimate(step(20), 11_000)).toBe(0);
  });

  it('leaves the word to the provider', () => {
    const pace = new StepPace();
    pace.estimate(step(0), 0);
    expect(pace.estimate(step(5, { etaSeconds: 3 }), 1000)).toBeUndefined();
  });

  it('knows nothing of a server\'s impossible figures', () => {
    const pace = new StepPace();
    pace.estimate(step(0), 0);
    expect(pace.estimate(step(99), 1000)).toBeUndefined();
    expect(pace.estimate({ type: 'progress', stage: 'queued' }, 1000)).toBeUndefined();
  });
});
