import { ProviderError, type ProviderErrorOptions } from './provider-error.ts';

/** A server sent the client to an address that it must not follow: another origin, a weaker scheme, credentials inside. */
export class UnsafeUrlError extends ProviderError {
  static override readonly brand: string = 'UnsafeUrlError';

  constructor(message: string, options: ProviderErrorOptions = {}) {
    super('unsafe_url', message, { retryable: false, ...options });
  }
}
