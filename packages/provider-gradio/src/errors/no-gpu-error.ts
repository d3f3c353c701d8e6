import { UnavailableError } from '@hypotez/provider-core';

/** ZeroGPU had no machine in time; nothing was computed. */
export class NoGpuError extends UnavailableError {
  static override readonly brand: string = 'gradio/NoGpuError';
}
