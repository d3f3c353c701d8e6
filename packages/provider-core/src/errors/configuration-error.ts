import { ProviderError, type ProviderErrorOptions } from './provider-error.ts';

/** The application put the framework together wrongly: a wrong plugin option, an alias given twice, a disposed registry. */
export class ConfigurationError extends ProviderError {
  static override readonly brand: string = 'ConfigurationError';

  constructor(message: string, options?: ProviderErrorOptions) {
    super('invalid_configuration', message, options);
  }
}
