import type { ErrorCode } from './error-code.ts';
import { ProviderError, type ProviderErrorOptions } from './provider-error.ts';

/** Something is larger than the limit that protects this process. */
export class TooLargeError extends ProviderError {
  static override readonly brand: string = 'TooLargeError';
  static override readonly code: ErrorCode = 'too_large';

  /** The limit that was passed, in bytes. */
  readonly limitBytes: number;

  constructor(subject: string, limitBytes: number, options?: ProviderErrorOptions) {
    super(`${subject} is larger than the limit of ${limitBytes} bytes.`, options);
    this.limitBytes = limitBytes;
  }
}
