import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { linkAbort } from './link-abort.ts';

describe('linkAbort', () => {
  it('ends with the first of the others, for its reason', () => {
    const [first, second] = [new AbortController(), new AbortController()];
    const linked = linkAbort(first.signal, undefined, second.signal);
    second.abort('second');
    first.abort('first');
    expect(linked.signal.reason).toBe('second');
  });

  it('has ended from the start when one of the others had', () => {
    expect(linkAbort(AbortSignal.abort('before')).signal.reason).toBe('before');
  });

  it('ends by itself and leaves the others alone', () => {
    const other = new AbortController();
    const linked = linkAbort(other.signal);
    linked.abort('own');
    expect([linked.signal.reason, other.signal.aborted]).toEqual(['own', false]);
  });

  it('leaves no listener behind once it is released', () => {
    const other = new AbortController();
    linkAbort(other.signal).release();
    expect(getEventListeners(other.signal, 'abort')).toEqual([]);
  });
});
