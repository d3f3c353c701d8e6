import { UnavailableError } from '@hypotez/provider-core';

/** The Space is paused or stopped; only its owner can start it again. */
export class SpacePausedError extends UnavailableError {
  static override readonly brand: string = 'gradio/SpacePausedError';
  static override readonly retryable: boolean = false;
}
