/** The middle value; the mean of the two middle ones of an even number. `NaN` of nothing. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = sorted.length / 2;
  const [low = Number.NaN, high = low] = sorted.length % 2 === 0 ? sorted.slice(middle - 1) : sorted.slice(Math.floor(middle));
  return sorted.length % 2 === 0 ? (low + high) / 2 : low;
}

/** The smallest and the largest value as `a-b`. */
export function range(values: readonly number[], digits: number): string {
  return `${Math.min(...values).toFixed(digits)}-${Math.max(...values).toFixed(digits)}`;
}
