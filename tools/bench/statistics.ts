/** The middle value; the mean of the two middle ones of an even number. `NaN` of nothing. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = sorted.length / 2;
  const [low = Number.NaN, high = low] = sorted.length % 2 === 0 ? sorted.slice(middle - 1) : sorted.slice(Math.floor(middle));
  return sorted.length % 2 === 0 ? (low + high) / 2 : low;
}

/** The smallest and the largest value as `a-b`, or `a to b` where a minus would be misread; one of them where they read the same. */
export function range(values: readonly number[], digits: number): string {
  const [low, high] = [Math.min(...values).toFixed(digits), Math.max(...values).toFixed(digits)];
  if (low === high) return low;
  return low.startsWith('-') || high.startsWith('-') ? `${low} to ${high}` : `${low}-${high}`;
}

/** The median, and the range in parentheses where there is one. */
export function spread(values: readonly number[], digits: number): string {
  const [middle, limits] = [median(values).toFixed(digits), range(values, digits)];
  return middle === limits ? middle : `${middle} (${limits})`;
}

/** Rise of the straight line that fits the points best, by least squares. */
export function slope(points: readonly { readonly x: number; readonly y: number }[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(points.map(({ x }) => x)), mean(points.map(({ y }) => y))];
  const rise = mean(points.map(({ x, y }) => (x - meanX) * (y - meanY)));
  return rise / mean(points.map(({ x }) => (x - meanX) ** 2));
}
