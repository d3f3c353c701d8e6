import type { Space } from '../client/space.ts';
import { describeSpace } from '../signature/describe-space.ts';
import { fitFunction, type FittedFunction, type WantedFunction } from './fit-function.ts';

/**
 * Asks a Space what its function takes, and says how a provider asks it. Two small requests, no job.
 *
 * @throws {ConfigurationError} when the function, or an input of the mapping, is not there, or an input is left that nothing fills.
 * @throws {ProviderError} when the Space cannot be asked.
 */
export async function fitSpace(space: Space, wanted: WantedFunction, signal?: AbortSignal): Promise<FittedFunction> {
  return fitFunction(await describeSpace(space, signal), space.url, wanted);
}
