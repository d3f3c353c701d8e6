import { UnavailableError } from '@hypotez/provider-core';

/** The Space's queue takes no more jobs; nothing was started. Usual on ZeroGPU, where one job may wait. */
export class QueueFullError extends UnavailableError {
  static override readonly brand: string = 'gradio/QueueFullError';
}
