import { setTimeout as sleep } from 'node:timers/promises';
import { encodePng } from '../../painting/encode-png.ts';
import { paintPicture } from '../../painting/paint-picture.ts';
import { paintPreview } from '../../painting/paint-preview.ts';
import { failAsZeroGpu } from '../../zero-gpu/fail-as-zero-gpu.ts';
import type { ZeroGpuFailure } from '../../zero-gpu/zero-gpu-failures.ts';
import type { SpaceCall, SpaceFunction, SpaceStep } from '../space-function.ts';
import { diffusionInputs, result, seed } from './components.ts';
import { readDiffusionInputs } from './read-diffusion-inputs.ts';
import { readAnyNumber } from './read-input.ts';

/** Most previews a run shows, the finished picture included. */
const maximumPreviews = 4;

/** How `infer` shows its work. */
export interface InferOptions {
  /** Whether it reports each denoising step. */
  readonly progress: boolean;
  /** Whether it yields up to four previews, the last of them the picture itself. */
  readonly previews: boolean;
  /** How it fails before its first step, or at half of them. */
  readonly zeroGpu: ZeroGpuFailure | undefined;
}

/** The function of the Stable Diffusion 3.5 Large Space: eight inputs, a picture and its seed. */
export function createInfer({ progress, previews, zeroGpu }: InferOptions): SpaceFunction {
  return {
    inputs: diffusionInputs,
    outputs: [result, seed],
    generator: previews,
    async *run({ inputs, stepMs, signal }: SpaceCall): AsyncGenerator<SpaceStep> {
      const { steps, seed: usedSeed, settings } = readDiffusionInputs(inputs);
      const length = Math.max(steps, 0);
      const picture = previews ? await paintPicture(settings()) : undefined;
      for (let step = 0; step < length; step += 1) {
        yield* failAsZeroGpu(zeroGpu, step, length);
        if (progress) yield denoising(step, length);
        await sleep(stepMs, undefined, { signal });
        if (picture === undefined || !isPreviewed(step, length)) continue;
        const bytes = await encodePng(paintPreview(picture, readAnyNumber(usedSeed), (step + 1) / length));
        yield { type: 'outputs', values: [{ bytes }, usedSeed] };
      }
      if (previews) return;
      const bytes = await encodePng(await paintPicture(settings()));
      yield { type: 'outputs', values: [{ bytes }, usedSeed] };
    },
  };
}

function denoising(index: number, length: number): SpaceStep {
  return { type: 'progress', index, length, unit: 'steps', description: 'Denoising' };
}

// Spreads the previews evenly and always shows the last step.
function isPreviewed(step: number, length: number): boolean {
  const shown = Math.min(length, maximumPreviews);
  return Math.floor(((step + 1) * shown) / length) > Math.floor((step * shown) / length);
}
