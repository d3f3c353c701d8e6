import { UnavailableError } from '@hypotez/provider-core';

/** The Space does not run: its build or its start failed. Only its owner can mend it. */
export class SpaceBrokenError extends UnavailableError {
  static override readonly brand: string = 'gradio/SpaceBrokenError';
  static override readonly retryable: boolean = false;
}
