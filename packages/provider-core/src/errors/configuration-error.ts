import type { ErrorCode } from './error-code.ts';
import { ProviderError } from './provider-error.ts';

/** The application put the framework together wrongly: a wrong plugin option, an alias given twice, a disposed registry. */
export class ConfigurationError extends ProviderError {
  static override readonly brand: string = 'ConfigurationError';
  static override readonly code: ErrorCode = 'invalid_configuration';
}
