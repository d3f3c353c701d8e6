import { describe, expect, it } from 'vitest';
import { AbortedError } from '../errors/aborted-error.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import { abortReason } from './abort-reason.ts';

describe('the error for an aborted signal', () => {
  it('tells what the caller aborted it with', () => {
    const cause = new RangeError('enough');
    const error = abortReason(AbortSignal.abort(cause));
    expect(error).toBeInstanceOf(AbortedError);
    expect(error.cause).toBe(cause);
  });

  it('is the reason itself where that says why the run ended', () => {
    const reason = new TimeoutError('total', 5);
    expect(abortReason(AbortSignal.abort(reason))).toBe(reason);
  });

  it('is another one for each of the runs that one signal ends, each of which writes its provider on it', () => {
    const reason = new AbortedError('The registry was disposed.', { cause: 'enough' });
    const [first, second] = [abortReason(AbortSignal.abort(reason)), abortReason(AbortSignal.abort(reason))];
    expect(first).toMatchObject({ code: 'aborted', message: 'The registry was disposed.', cause: 'enough' });
    expect(first).not.toBe(reason);
    expect(first).not.toBe(second);
  });
});
