import { ResponseError, type ResponseErrorOptions } from '@hypotez/provider-core';

/** ZeroGPU ended the work in the middle: over its time, out of memory, or crashed. The time that it ran is spent. */
export class GpuTaskAbortedError extends ResponseError {
  static override readonly brand: string = 'gradio/GpuTaskAbortedError';

  constructor(message: string, options: Omit<ResponseErrorOptions, 'code'> = {}) {
    super(message, { retryable: true, billed: 'maybe', ...options });
  }
}
