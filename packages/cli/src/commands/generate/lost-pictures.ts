import { MissingImagesError } from '@hypotez/provider-core';

/** Pictures that were lost together. */
export interface LostPictures {
  /** Why. */
  readonly error: unknown;
  /** Their indexes in the run. */
  readonly positions: readonly number[];
}

/**
 * Tells why which pictures of a run are missing, each reason once.
 *
 * @param open the pictures that nothing was told of yet; an error of the whole run costs all of them.
 */
export function lostPictures(thrown: unknown, open: readonly number[]): readonly LostPictures[] {
  if (!(thrown instanceof MissingImagesError)) return [{ error: thrown, positions: open }];
  const reasons = Map.groupBy(thrown.failures, ({ error: { code, message } }) => `${code} ${message}`);
  return [...reasons.values()].flatMap((lost) => lost.slice(0, 1).map(({ error }) => ({ error, positions: lost.map(({ index }) => index) })));
}
