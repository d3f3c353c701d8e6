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
  let best: { size: ImageSize; cost: readonly [number, number, number] } | undefined;
  for (let width = lowest; width <= highest; width += step) {
    for (const round of [Math.floor, Math.ceil]) {
      const height = Math.min(highest, Math.max(lowest, round(width / ratio / step) * step));
      const distance = Math.abs(Math.log(width / height / ratio));
      const cost = [Math.max(0, distance - tolerance), Math.abs(Math.log((width * height) / pixels)), distance] as const;
      if (best === undefined || isLess(cost, best.cost)) best = { size: { width, height }, cost };
    }
  }
  return best?.size ?? { width: lowest, height: lowest };
}

function isLess(left: readonly [number, number, number], right: readonly [number, number, number]): boolean {
  // Two costs that differ by rounding of floating point alone are equal, and the next criterion decides.
  const index = left.findIndex((cost, position) => Math.abs(cost - (right[position] ?? 0)) > 1e-9);
  return index !== -1 && (left[index] ?? 0) < (right[index] ?? 0);
}
