import { ResponseError, type Billed } from '@hypotez/provider-core';

/** ZeroGPU ended the work in the middle: over its time, out of memory, or crashed. The time that it ran is spent. */
export class GpuTaskAbortedError extends ResponseError {
  static override readonly brand: string = 'gradio/GpuTaskAbortedError';
  static override readonly retryable: boolean = true;
  static override readonly billed: Billed = 'maybe';
}
