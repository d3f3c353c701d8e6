import type { AspectRatio } from './aspect-ratio.ts';
import type { ImageSize, SizeBounds } from './size-bounds.ts';

/** For a service that takes a ratio and chooses the pixels itself. */
export interface RatioSizes {
  readonly aspectRatios: readonly [AspectRatio, ...AspectRatio[]];
  /** Number of pixels that its images have, about. */
  readonly pixels: number;
}

/** For a model that makes images of a few sizes only. */
export interface FixedSizes {
  readonly sizes: readonly [ImageSize, ...ImageSize[]];
}

/** The sizes of a model: sides on a grid, a list of ratios, or a list of sizes. */
export type SizeRule = SizeBounds | RatioSizes | FixedSizes;
