import { parseAspectRatio, useAspectRatio, type AspectRatio, type ImageSize, type SizeRule } from '@hypotez/provider-core';

/** How far a ratio may be off and still count as met, as a part of it. */
const TOLERANCE = 0.02;

/** Tells whether a model has a size of this ratio. @throws {InvalidRequestError} when it is none. */
export function canGive(size: SizeRule, ratio: AspectRatio): boolean {
  const wanted = parseAspectRatio(ratio);
  if ('aspectRatios' in size) return size.aspectRatios.some((listed) => isNear(parseAspectRatio(listed), wanted));
  if ('sizes' in size) return size.sizes.some(({ width, height }) => isNear(width / height, wanted));
  try {
    useAspectRatio({}, ratio, size);
    return true;
  } catch {
    return false;
  }
}

/** Tells whether a model may paint a picture of these sides when it was asked for a ratio. */
export function isInside(size: SizeRule, { width, height }: ImageSize, ratio: AspectRatio): boolean {
  const wanted = parseAspectRatio(ratio);
  if ('aspectRatios' in size) return isNear(width / height, wanted);
  if ('sizes' in size) return isNear(width / height, wanted) && size.sizes.some((listed) => listed.width === width && listed.height === height);
  const { min, max, multipleOf = 1 } = size;
  // A grid cannot meet every ratio; half a step of the shorter side is what it may cost.
  const tolerance = multipleOf / Math.min(width, height);
  return [width, height].every((side) => side >= min && side <= max && side % multipleOf === 0) && isNear(width / height, wanted, tolerance + 1e-9);
}

function isNear(value: number, wanted: number, tolerance = TOLERANCE): boolean {
  return Math.abs(value / wanted - 1) <= tolerance;
}
