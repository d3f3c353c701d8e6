import { ProviderError, type ProviderErrorOptions } from './provider-error.ts';

/** The proxy is not there, refuses its credentials, or cannot reach the server. */
export class ProxyError extends ProviderError {
  static override readonly brand: string = 'ProxyError';

  constructor(message: string, options: ProviderErrorOptions = {}) {
    super('proxy', message, { retryable: false, ...options });
  }
}
