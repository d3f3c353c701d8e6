import { UnavailableError } from '@hypotez/provider-core';

/** The Space sleeps. The request itself wakes it; it takes some minutes. */
export class SpaceSleepingError extends UnavailableError {
  static override readonly brand: string = 'gradio/SpaceSleepingError';
}
