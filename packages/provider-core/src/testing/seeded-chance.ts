/** Chance that can be had again: the same seed gives the same numbers (mulberry32). */
export function seededChance(seed: number): { readonly unit: () => number; readonly integer: (min: number, max: number) => number } {
  let state = seed;
  const unit = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { unit, integer: (min, max) => min + Math.floor(unit() * (max - min + 1)) };
}
