import type { ErrorCode } from './error-code.ts';
import { ProviderError } from './provider-error.ts';

/** The answer came, but holds no image: no URL in it that an image could be fetched from. */
export class ResponseParseError extends ProviderError {
  static override readonly brand: string = 'ResponseParseError';
  static override readonly code: ErrorCode = 'response_parse';
}
