import { ProviderError, type ProviderErrorOptions } from './provider-error.ts';

/** The answer came, but holds no image: no URL in it that an image could be fetched from. */
export class ResponseParseError extends ProviderError {
  static override readonly brand: string = 'ResponseParseError';

  constructor(message: string, options: ProviderErrorOptions = {}) {
    super('response_parse', message, { retryable: false, ...options });
  }
}
