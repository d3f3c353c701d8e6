import { ProviderError, type ProviderErrorOptions } from './provider-error.ts';

/** Something is larger than the limit that protects this process. */
export class TooLargeError extends ProviderError {
  static override readonly brand: string = 'TooLargeError';

  /** The limit that was passed, in bytes. */
  readonly limitBytes: number;

  constructor(subject: string, limitBytes: number, options: ProviderErrorOptions = {}) {
    super('too_large', `${subject} is larger than the limit of ${limitBytes.toString()} bytes.`, options);
    this.limitBytes = limitBytes;
  }
}
