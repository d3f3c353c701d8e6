/** Width and height of an image in pixels. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** The sizes that a model accepts. */
export interface SizeBounds {
  /** Shortest side, in pixels. */
  readonly min: number;
  /** Longest side, in pixels. */
  readonly max: number;
  /** Sides must be a multiple of this many pixels. Default 1. */
  readonly multipleOf?: number | undefined;
  /** Number of pixels that the model was made for; sizes come as near to it as the bounds allow. Default `max` × `max`. */
  readonly pixels?: number | undefined;
}

/** Smallest and largest side that the bounds allow, both on the grid. */
export function gridLimits(bounds: SizeBounds): { readonly lowest: number; readonly highest: number; readonly step: number } {
  const step = bounds.multipleOf ?? 1;
  return { lowest: Math.ceil(bounds.min / step) * step, highest: Math.floor(bounds.max / step) * step, step };
}

/** Says what a side may be, for people: `512 to 1024 in steps of 32`. */
export function describeSide(bounds: SizeBounds): string {
  const { lowest, highest, step } = gridLimits(bounds);
  return highest === Infinity ? 'a whole number above 0' : `a whole number of ${lowest} to ${highest} in steps of ${step}`;
}

/** Tells whether a side lies inside the bounds and on the grid. */
export function isAllowedSide(side: number, bounds: SizeBounds): boolean {
  const { lowest, highest, step } = gridLimits(bounds);
  return side >= lowest && side <= highest && side % step === 0;
}
