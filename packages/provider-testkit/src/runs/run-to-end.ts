import type { AsyncGeneratorProvider, ImageRequest } from '@hypotez/provider-core';
import { outcomeOf, type RunOutcome } from './outcome-of.ts';

/** Runs a request to its end, good or bad. */
export async function runToEnd(provider: Pick<AsyncGeneratorProvider, 'createAsyncGenerator'>, request: ImageRequest): Promise<RunOutcome> {
  return outcomeOf(provider.createAsyncGenerator(request));
}
