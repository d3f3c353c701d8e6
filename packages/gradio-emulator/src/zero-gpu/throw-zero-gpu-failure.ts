import { SpaceError } from '../functions/space-error.ts';
import { zeroGpuFailureText, type ZeroGpuFailure } from './zero-gpu-failures.ts';

/** Fails as a function does that asks ZeroGPU for a GPU and gets none; does nothing without a failure. */
export function throwZeroGpuFailure(failure: ZeroGpuFailure | undefined): void {
  if (failure === undefined) return;
  const { message, title, hidden = false } = zeroGpuFailureText(failure);
  if (hidden) throw new Error(message);
  throw new SpaceError(message, title === undefined ? {} : { title });
}
