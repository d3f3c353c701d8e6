import { ProviderError, type ProviderErrorOptions } from './provider-error.ts';

/** The server broke its own protocol: not JSON where JSON belongs, a job without an id, an event of another shape. */
export class ProtocolError extends ProviderError {
  static override readonly brand: string = 'ProtocolError';

  constructor(message: string, options: ProviderErrorOptions = {}) {
    super('protocol', message, { retryable: false, ...options });
  }
}
