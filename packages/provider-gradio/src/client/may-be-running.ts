import { NetworkError, ProviderError, ProxyError, StreamEndedError } from '@hypotez/provider-core';

/**
 * Makes what was thrown while a job was followed say that it may be running unseen, whatever the failed request cost by
 * itself. Not for errors that the Space reports about the job.
 */
export function mayBeRunning(thrown: unknown): unknown {
  if (thrown instanceof NetworkError || thrown instanceof ProxyError) {
    return new StreamEndedError('The connection broke before the job ended; it may still be running.', { cause: thrown });
  }
  if (thrown instanceof ProviderError && thrown.billed === 'no') Reflect.set(thrown, 'billed', 'maybe');
  return thrown;
}
