import { AbortedError, NetworkError, ProtocolError, ProxyError, QuotaExceededError, StreamEndedError, TimeoutError, UnsafeUrlError } from '@hypotez/provider-core';
import { describe, expect, it } from 'vitest';
import { NoGpuError } from '../errors/no-gpu-error.ts';
import { mayBeRunning } from './may-be-running.ts';

describe('mayBeRunning', () => {
  it.each([new NetworkError('nothing listens there'), new ProxyError('no way')])('takes %s for a broken stream', (thrown) => {
    const error = mayBeRunning(thrown);
    expect(error).toBeInstanceOf(StreamEndedError);
    expect(error).toMatchObject({ billed: 'maybe', cause: thrown });
  });

  it.each([new UnsafeUrlError('elsewhere'), new ProtocolError('a circle')])('keeps the class of %s, but not that it cost nothing', (thrown) => {
    const error = mayBeRunning(thrown);
    expect(error).toMatchObject({ name: thrown.name, message: thrown.message, billed: 'maybe' });
  });

  it.each([
    new QuotaExceededError('used up'), new NoGpuError('none'), new AbortedError('enough'), new TimeoutError('idle', 1), new ProtocolError('broken', { billed: 'maybe' }), 'a text',
  ])('lets %s pass', (thrown) => {
    expect(mayBeRunning(thrown)).toBe(thrown);
  });
});
