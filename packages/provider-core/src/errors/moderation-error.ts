import { ResponseError, type ResponseErrorOptions } from './response-error.ts';

/** The provider's content rules refused the prompt or the picture. */
export class ModerationError extends ResponseError {
  static override readonly brand: string = 'ModerationError';

  constructor(message: string, options: Omit<ResponseErrorOptions, 'code'> = {}) {
    super(message, { retryable: false, ...options, code: 'moderation' });
  }
}
