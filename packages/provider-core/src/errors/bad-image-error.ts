import { ProviderError, type ProviderErrorOptions } from './provider-error.ts';

/** What was downloaded as an image is none: HTML, text, nothing, or cut short. */
export class BadImageError extends ProviderError {
  static override readonly brand: string = 'BadImageError';

  constructor(message: string, options: ProviderErrorOptions = {}) {
    super('bad_image', message, { retryable: false, ...options });
  }
}
