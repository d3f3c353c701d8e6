/**
 * What the host of a Space may be doing with it.
 *
 * - `running`: the Space answers.
 * - `sleeping`: the first request wakes it; until it is awake the edge answers 503.
 * - `building`: it starts by itself; until then the edge answers 503.
 * - `paused`: the edge answers 503 and says so, for ever.
 * - `broken`: the edge answers 503 and says that the Space is in error, for ever.
 */
export const spaceStates = ['running', 'sleeping', 'building', 'paused', 'broken'] as const;

/** One of {@link spaceStates}. */
export type SpaceState = (typeof spaceStates)[number];
