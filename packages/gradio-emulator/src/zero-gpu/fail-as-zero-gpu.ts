import { SpaceError } from '../functions/space-error.ts';
import type { SpaceStep } from '../functions/space-function.ts';
import { zeroGpuFailureText, type ZeroGpuFailure } from './zero-gpu-failures.ts';

/**
 * Fails as a function does that asks ZeroGPU for a GPU and gets none, or loses it at half its steps.
 *
 * Does nothing without a failure, and at any other step. Yields what ZeroGPU says before.
 */
export function* failAsZeroGpu(failure: ZeroGpuFailure | undefined, step: number, steps: number): Generator<SpaceStep> {
  if (failure === undefined) return;
  const { message, title, hidden = false, log, midway = false } = zeroGpuFailureText(failure);
  if (step !== (midway ? Math.floor(steps / 2) : 0)) return;
  if (log !== undefined) yield { type: 'log', ...log };
  if (hidden) throw new Error(message);
  throw new SpaceError(message, title === undefined ? {} : { title });
}
