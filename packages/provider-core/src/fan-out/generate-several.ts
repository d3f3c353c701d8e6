import { MissingImagesError, type MissingImage } from '../errors/missing-images-error.ts';
import { PluginError } from '../errors/plugin-error.ts';
import { ProviderError } from '../errors/provider-error.ts';
import type { AsyncResult, ImageEvent } from '../events/image-event.ts';
import { ImageProgress } from '../events/image-progress.ts';
import { mergeCalls, type Call } from './merge-calls.ts';
import type { Generation } from '../provider/generation.ts';
import type { GenerationBounds } from '../request/generation-limits.ts';
import { planCalls, type PlannedCall } from './plan-calls.ts';

/** How several images are made. */
export interface SeveralImages {
  /** What is wanted, all images together. */
  readonly prepared: Omit<Generation, 'signal'>;
  /** What the model makes in one call, and the range of its seeds. */
  readonly bounds: GenerationBounds;
  /** Which of the images are to be made; default all. */
  readonly indexes?: readonly number[] | undefined;
  /** Makes the run of one call; a signal of its own ends it when the whole ends. */
  readonly run: (call: PlannedCall) => AsyncResult;
}

/**
 * Makes several images by as many calls as that needs, side by side, and gives every one that can be had.
 *
 * @throws {MissingImagesError} at the end, when some or all of them could not be had.
 */
export async function* generateSeveral({ prepared, bounds, indexes, run }: SeveralImages): AsyncGenerator<ImageEvent, void, undefined> {
  const calls = planCalls(prepared, bounds, indexes);
  const waiting = [...calls];
  const given = new Map<Call, number>();
  const failures: MissingImage[] = [];
  let refusal: ProviderError | undefined;
  const begin = (): Call | undefined => {
    const next = refusal === undefined ? waiting.shift() : undefined;
    return next && { indexes: next.indexes, run: run(next) };
  };
  const miss = (indexes: readonly number[], error: ProviderError): void => {
    failures.push(...indexes.map((index) => ({ index, error })));
  };
  for await (const { call, event, error } of mergeCalls(begin)) {
    const images = given.get(call) ?? 0;
    if (event !== undefined) {
      const { indexes } = call;
      const position = event.type === 'image' ? images : (event.index ?? 0);
      if (event.type === 'image') given.set(call, images + 1);
      yield event.withIndex(indexes[position] ?? indexes[0]);
    } else if (error !== undefined) {
      const failure = error instanceof ProviderError ? error : new PluginError('A call ended for no known reason.', { billed: 'maybe' });
      miss(call.indexes.slice(images), failure);
      if (concernsAll(failure)) refusal ??= failure;
      // Who shows the run sees at once that nothing more comes of this one; the error itself is told at the end.
      yield new ImageProgress({ stage: 'log', index: call.indexes[images] ?? call.indexes[0], message: failure.message });
    }
  }
  if (refusal !== undefined) for (const { indexes } of waiting) miss(indexes, refusal);
  if (failures.length > 0) throw new MissingImagesError(calls.flatMap(({ indexes }) => indexes).length, failures.toSorted((one, other) => one.index - other.index));
}

/**
 * Whether every further call would meet the same: it was refused without a bill, and does not pass by itself or not before
 * the time that the provider named.
 */
function concernsAll({ billed, retryable, retryAfterMs }: ProviderError): boolean {
  return billed === 'no' && (!retryable || retryAfterMs !== undefined);
}
