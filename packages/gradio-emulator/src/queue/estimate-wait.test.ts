import { describe, expect, it } from 'vitest';
import { createGatedFunction } from '../testing/gated-function.ts';
import { Endpoint } from './endpoint.ts';
import { estimateWait } from './estimate-wait.ts';
import { Job } from './job.ts';

function endpoint(waiting: number): Endpoint {
  const made = new Endpoint('gate', 0, createGatedFunction().function);
  for (let rank = 0; rank < waiting; rank += 1) {
    made.waiting.push(new Job(made, { data: [], sessionHash: null, root: '', wholeValues: true }));
  }
  return made;
}

describe('estimateWait', () => {
  it('knows nothing before the first run has ended', () => {
    expect(estimateWait(endpoint(2), 1, 0)).toEqual([null, null]);
  });

  it('adds a mean run for each job ahead', () => {
    const idle = endpoint(3);
    idle.runTime.add(2);
    idle.runTime.add(4);
    expect(estimateWait(idle, 1, 0)).toEqual([3, 6, 9]);
  });

  it('shares the wait among the jobs that run at once', () => {
    const idle = endpoint(2);
    idle.runTime.add(4);
    expect(estimateWait(idle, 2, 0)).toEqual([4, 6]);
  });

  it('adds what is left of the running job, never less than nothing', () => {
    const busy = endpoint(1);
    busy.runTime.add(4);
    const running = new Job(busy, { data: [], sessionHash: null, root: '', wholeValues: true });
    running.startedAt = 1000;
    busy.running.add(running);
    expect(estimateWait(busy, 1, 2000)).toEqual([7]);
    expect(estimateWait(busy, 1, 60_000)).toEqual([4]);
  });
});
