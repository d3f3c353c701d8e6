import type { ErrorCode } from './error-code.ts';
import { ProviderError } from './provider-error.ts';

/** A plugin threw something that is no error of this framework, or broke the rule of runs. */
export class PluginError extends ProviderError {
  static override readonly brand: string = 'PluginError';
  static override readonly code: ErrorCode = 'plugin';
}
