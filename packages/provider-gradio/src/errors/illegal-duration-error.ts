import { RejectedError } from '@hypotez/provider-core';

/** The Space's function wants more GPU time at once than the caller may ever have. */
export class IllegalDurationError extends RejectedError {
  static override readonly brand: string = 'gradio/IllegalDurationError';
}
