import { UnavailableError, type ResponseErrorOptions } from '@hypotez/provider-core';

/** The Space does not run: its build or its start failed. Only its owner can mend it. */
export class SpaceBrokenError extends UnavailableError {
  static override readonly brand: string = 'gradio/SpaceBrokenError';

  constructor(message: string, options: Omit<ResponseErrorOptions, 'code'> = {}) {
    super(message, { ...options, retryable: false });
  }
}
