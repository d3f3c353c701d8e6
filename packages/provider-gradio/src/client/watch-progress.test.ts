import { ImageProgress, TimeoutError } from '@hypotez/provider-core';
import { describe, expect, it } from 'vitest';
import { ManualClock } from '@hypotez/provider-testkit';
import { watchProgress } from './watch-progress.ts';

function open(progressTimeoutMs?: number) {
  const clock = new ManualClock();
  const controller = new AbortController();
  return { clock, controller, watch: watchProgress(clock, { signal: controller.signal, progressTimeoutMs }) };
}

describe('watchProgress', () => {
  it('aborts when nothing is seen for five minutes', () => {
    const { clock, watch } = open();
    clock.advance(299_999);
    expect(watch.signal.aborted).toBe(false);
    clock.advance(1);
    expect(watch.signal.reason).toBeInstanceOf(TimeoutError);
    expect(watch.signal.reason).toMatchObject({ phase: 'progress', timeoutMs: 300_000, billed: 'maybe' });
  });

  it('begins anew with everything new', () => {
    const { clock, watch } = open(100);
    for (const position of [3, 2, 1, 0]) {
      clock.advance(99);
      watch.seen(new ImageProgress({ stage: 'queued', queuePosition: position }));
    }
    clock.advance(99);
    expect(watch.signal.aborted).toBe(false);
    clock.advance(1);
    expect(watch.signal.aborted).toBe(true);
  });

  it('does not begin anew with what it saw just before', () => {
    const { clock, watch } = open(100);
    watch.seen(new ImageProgress({ stage: 'queued', queuePosition: 1 }));
    clock.advance(99);
    watch.seen(new ImageProgress({ stage: 'queued', queuePosition: 1 }));
    clock.advance(1);
    expect(watch.signal.aborted).toBe(true);
  });

  it('does not count the time in which the caller is busy', () => {
    const { clock, watch } = open(100);
    watch.seen(new ImageProgress({ stage: 'started' }));
    clock.advance(40);
    watch.pause();
    clock.advance(1000);
    watch.resume();
    clock.advance(59);
    expect(watch.signal.aborted).toBe(false);
    clock.advance(1);
    expect(watch.signal.aborted).toBe(true);
  });

  it('takes every preview for news, even the same one', () => {
    const { clock, watch } = open(100);
    for (let count = 0; count < 3; count += 1) {
      watch.seen({ type: 'generating', data: [1] });
      clock.advance(99);
    }
    expect(watch.signal.aborted).toBe(false);
  });

  it("passes the caller's abort on with its reason, also one that came before", () => {
    const { controller, watch } = open();
    controller.abort('enough');
    expect(watch.signal.reason).toBe('enough');
    expect(watchProgress(new ManualClock(), { signal: AbortSignal.abort('early') }).signal.reason).toBe('early');
  });

  it('leaves no timer and no listener behind', () => {
    const { clock, controller, watch } = open();
    watch.seen(new ImageProgress({ stage: 'started' }));
    watch.stop();
    expect(clock.pending).toBe(0);
    controller.abort();
    expect(watch.signal.aborted).toBe(false);
  });
});
