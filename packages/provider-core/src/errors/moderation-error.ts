import type { ErrorCode } from './error-code.ts';
import { ResponseError } from './response-error.ts';

/** The provider's content rules refused the prompt or the picture. */
export class ModerationError extends ResponseError {
  static override readonly brand: string = 'ModerationError';
  static override readonly code: ErrorCode = 'moderation';
}
