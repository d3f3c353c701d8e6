import { AbortedError, JobLostError, NetworkError, ProtocolError, ProviderError, ProxyError, StreamEndedError, TimeoutError, UnsafeUrlError } from '@hypotez/provider-core';
import { describe, expect, it } from 'vitest';
import { mayBeRunning } from './may-be-running.ts';

describe('mayBeRunning', () => {
  it.each([new NetworkError('nothing listens there'), new ProxyError('no way')])('takes %s for a broken stream', (thrown) => {
    const error = mayBeRunning(thrown);
    expect(error).toBeInstanceOf(StreamEndedError);
    expect(error).toMatchObject({ billed: 'maybe', cause: thrown });
  });

  it.each([
    new UnsafeUrlError('elsewhere'), new ProtocolError('a circle'), new AbortedError('enough'), new TimeoutError('idle', 1), new JobLostError('refused'),
    new ProtocolError('broken', { billed: 'maybe' }),
  ])('keeps %s, but not that it cost nothing', (thrown) => {
    expect(mayBeRunning(thrown)).toBe(thrown);
    expect(thrown).toMatchObject({ billed: 'maybe' });
  });

  it('takes nothing back from what is known to have cost something', () => {
    const thrown = new ProviderError('painted', { billed: 'yes' });
    expect(mayBeRunning(thrown)).toBe(thrown);
    expect(thrown.billed).toBe('yes');
  });

  it.each(['a text', undefined, null])('lets %j pass', (thrown) => {
    expect(mayBeRunning(thrown)).toBe(thrown);
  });
});
