import { NetworkError, ProtocolError, ProxyError, StreamEndedError, UnsafeUrlError } from '@hypotez/provider-core';

/**
 * Words an error of the transport anew for a job that the Space has taken: it may be running unseen, whatever the failed
 * request cost by itself. Errors that the Space reports about the job pass unchanged.
 */
export function mayBeRunning(thrown: unknown): unknown {
  if (thrown instanceof NetworkError || thrown instanceof ProxyError) {
    return new StreamEndedError('The connection broke before the job ended; it may still be running.', { billed: 'maybe', cause: thrown });
  }
  if (thrown instanceof UnsafeUrlError) return new UnsafeUrlError(thrown.message, { billed: 'maybe' });
  if (thrown instanceof ProtocolError && thrown.billed === 'no') return new ProtocolError(thrown.message, { billed: 'maybe' });
  return thrown;
}
