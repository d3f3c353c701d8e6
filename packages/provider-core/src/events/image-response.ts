import { cleanText } from '../text/clean-text.ts';
import { ImageResult, type ImageResultInit } from './image-result.ts';
import type { ImageUsage } from './image-usage.ts';

/** Longest rewritten prompt that is kept, in characters: what the models of most services read of one. */
const MAXIMUM_PROMPT = 32_000;

/** What a response is made from. */
export interface ImageResponseInit extends ImageResultInit {
  readonly seed?: number | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly warnings?: readonly string[] | undefined;
  readonly revisedPrompt?: string | undefined;
  readonly usage?: ImageUsage | undefined;
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
  /** The prompt as the provider rewrote it before painting, cleaned for printing; `alt` stays the caller's own. */
  declare readonly revisedPrompt?: string;
  /** What the provider counted for it. */
  declare readonly usage?: ImageUsage;

  constructor(init: ImageResponseInit) {
    super(init);
    if (init.seed !== undefined) this.seed = init.seed;
    if (init.width !== undefined) this.width = init.width;
    if (init.height !== undefined) this.height = init.height;
    this.warnings = (init.warnings ?? []).map((text) => cleanText(text));
    if (init.revisedPrompt !== undefined) this.revisedPrompt = cleanText(init.revisedPrompt, MAXIMUM_PROMPT);
    if (init.usage !== undefined) this.usage = Object.freeze({ ...init.usage });
    Object.freeze(this);
  }

  override withIndex(index: number): ImageResponse {
    return new ImageResponse({ ...this.init, index });
  }

  /** The same picture with further warnings. */
  withWarnings(warnings: readonly string[]): ImageResponse {
    return new ImageResponse({ ...this.init, warnings: [...warnings, ...this.warnings] });
  }

  protected override get init(): ImageResponseInit {
    const { seed, width, height, warnings, revisedPrompt, usage } = this;
    return { ...super.init, seed, width, height, warnings, revisedPrompt, usage };
  }
}
