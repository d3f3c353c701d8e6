import { ProviderError, type ProviderErrorOptions } from './provider-error.ts';

/** A plugin threw something that is no error of this framework, or broke the rule of runs. */
export class PluginError extends ProviderError {
  static override readonly brand: string = 'PluginError';

  constructor(message: string, options: ProviderErrorOptions = {}) {
    super('plugin', message, { retryable: false, ...options });
  }
}
