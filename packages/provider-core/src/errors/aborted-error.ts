import { ProviderError, type ProviderErrorOptions } from './provider-error.ts';

/** The caller ended the run through its own signal, whose reason is the `cause`. */
export class AbortedError extends ProviderError {
  static override readonly brand: string = 'AbortedError';

  constructor(message: string, options: ProviderErrorOptions = {}) {
    super('aborted', message, { retryable: true, ...options });
  }
}
