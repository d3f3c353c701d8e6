import type { ErrorCode } from './error-code.ts';
import { ProviderError } from './provider-error.ts';

/** What was downloaded as an image is none: HTML, text, nothing, or cut short. */
export class BadImageError extends ProviderError {
  static override readonly brand: string = 'BadImageError';
  static override readonly code: ErrorCode = 'bad_image';
}
