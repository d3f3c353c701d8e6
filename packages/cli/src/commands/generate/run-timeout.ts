/** Time of one picture where the command line names none: that of core. */
const DEFAULT_TIMEOUT_MS = 600_000;

/** What a timer can hold. */
const LONGEST_TIMEOUT_MS = 2_147_483_647;

/**
 * Longest time of a run with several pictures, in milliseconds: that of one for each, since a service may paint them one after
 * another. For one picture it is left as it was given.
 */
export function runTimeout(timeoutMs: number | undefined, count: number): number | undefined {
  return count === 1 ? timeoutMs : Math.min((timeoutMs ?? DEFAULT_TIMEOUT_MS) * count, LONGEST_TIMEOUT_MS);
}
