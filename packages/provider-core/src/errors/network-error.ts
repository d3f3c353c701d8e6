import { ProviderError, type ProviderErrorOptions } from './provider-error.ts';

/** The connection could not be made, or broke. */
export class NetworkError extends ProviderError {
  static override readonly brand: string = 'NetworkError';

  constructor(message: string, options: ProviderErrorOptions = {}) {
    super('network', message, { retryable: true, ...options });
  }
}
