import { UsageError } from '../../errors/usage-error.ts';
import type { PictureSource } from '../../services/services.ts';
import type { GenerateOptions } from './generate-options.ts';

/**
 * Makes sure that there is a seed for each of several pictures, before the first one costs something.
 *
 * @throws {UsageError} when the model's range ends before.
 * @throws {ModelNotFoundError} when nobody serves the model.
 */
export function checkSeeds({ seed, count, model }: GenerateOptions, registry: PictureSource): void {
  if (seed === undefined || count === 1) return;
  const max = Math.min(...registry.candidates(model).map(({ provider }) => provider.bounds.seed?.max ?? Infinity));
  const last = seed + count - 1;
  // A seed that is wrong by itself is refused by the model, in the same words as without a count.
  if (seed > max || last <= max) return;
  throw new UsageError(`--count ${count} from --seed ${seed} on needs the seeds up to ${last}, and the largest one of this model is ${max}.`);
}
