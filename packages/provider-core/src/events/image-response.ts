import { cleanText } from '../text/clean-text.ts';
import { ImageResult, type ImageResultInit } from './image-result.ts';

/** What a response is made from. */
export interface ImageResponseInit extends ImageResultInit {
  readonly seed?: number | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly warnings?: readonly string[] | undefined;
}

/** The finished picture; the last event of a run. */
export class ImageResponse extends ImageResult {
  readonly type = 'image';
  // `declare`: a field that the provider does not tell is absent, not `undefined`.
  /** The seed that was used: the same request with it makes the same picture. Missing where the provider does not tell. */
  declare readonly seed?: number;
  /** Width that was asked for, in pixels; `images()` tells the file's own. */
  declare readonly width?: number;
  /** Height that was asked for, in pixels. */
  declare readonly height?: number;
  /** What was done otherwise than asked, for people. */
  readonly warnings: readonly string[];

  constructor(init: ImageResponseInit) {
    super(init);
    if (init.seed !== undefined) this.seed = init.seed;
    if (init.width !== undefined) this.width = init.width;
    if (init.height !== undefined) this.height = init.height;
    this.warnings = (init.warnings ?? []).map((text) => cleanText(text));
    Object.freeze(this);
  }

  override withIndex(index: number): ImageResponse {
    return new ImageResponse({ ...this.init, index });
  }

  protected override get init(): ImageResponseInit {
    const { seed, width, height, warnings } = this;
    return { ...super.init, seed, width, height, warnings };
  }
}
