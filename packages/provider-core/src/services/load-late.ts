import { describeCause } from '../errors/describe-cause.ts';
import { NetworkError } from '../errors/network-error.ts';

/**
 * Loads a part of the program that most runs do not need.
 *
 * @param what the part, as the error names it.
 * @throws {NetworkError} when it cannot be had, as in a page that lost its network; nothing was sent.
 */
export async function loadLate<Part>(what: string, load: () => Promise<Part>): Promise<Part> {
  return load().catch((thrown: unknown) => {
    throw new NetworkError(`${what} could not be loaded; nothing was sent.`, { cause: describeCause(thrown) });
  });
}
