import { gridLimits, type ImageSize, type SizeBounds } from './size-bounds.ts';

/**
 * Finds the size inside the bounds that comes nearest to a ratio, and among equals to the wanted number of pixels.
 *
 * Every long side of the grid is tried with the two short sides beside the exact one. The error in ratio is measured on a
 * logarithmic scale, so that too wide and too tall weigh the same. A ratio that is wrong by less than one step of the grid
 * at the wanted size counts as met: otherwise 16:9 would shrink to whichever tiny size divides evenly.
 */
export function nearestSize(ratio: number, bounds: SizeBounds): ImageSize {
  if (ratio < 1) {
    // Beside one short side lie several long ones that meet the ratio equally well, hence the search over the long side.
    const turned = nearestSize(1 / ratio, bounds);
    return { width: turned.height, height: turned.width };
  }
  const { lowest, highest, step } = gridLimits(bounds);
  const pixels = bounds.pixels ?? highest * highest;
  const idealShortSide = Math.sqrt(pixels / ratio);
  const tolerance = Math.log1p(step / 2 / Math.min(Math.max(idealShortSide, lowest), highest));
  let best = { width: lowest, height: lowest };
  let [leastMiss, leastDifference, leastDistance] = [Infinity, Infinity, Infinity];
  for (let width = lowest; width <= highest; width += step) {
    for (const round of [Math.floor, Math.ceil]) {
      const height = Math.min(highest, Math.max(lowest, round(width / ratio / step) * step));
      const distance = Math.abs(Math.log(width / height / ratio));
      const miss = Math.max(0, distance - tolerance);
      const difference = Math.abs(Math.log((width * height) / pixels));
      const order = compare(miss, leastMiss) || compare(difference, leastDifference) || compare(distance, leastDistance);
      if (order < 0) {
        best = { width, height };
        [leastMiss, leastDifference, leastDistance] = [miss, difference, distance];
      }
    }
  }
  return best;
}

/** Orders two figures; those that differ by rounding of floating point alone are equal, and the next criterion decides. */
function compare(left: number, right: number): number {
  return Math.abs(left - right) > 1e-9 ? left - right : 0;
}
