import type { SizeRule } from '../sizes/size-rule.ts';

/** A closed range of numbers. */
export interface NumberRange {
  readonly min: number;
  readonly max: number;
}

/** What a model accepts, as data; explicit values outside are refused before any request. An option that it lacks has no range. */
export interface GenerationBounds {
  /** Sides in pixels. */
  readonly size: SizeRule;
  readonly seed?: NumberRange | undefined;
  readonly guidanceScale?: NumberRange | undefined;
  readonly numInferenceSteps?: NumberRange | undefined;
  /** Images in one run. */
  readonly n: NumberRange;
  /** Images that one call of the plugin's generator makes; a run of more makes several. Default: the most of `n`. */
  readonly imagesPerCall?: number | undefined;
}

/** What a model takes when the request does not say. */
export interface GenerationDefaults {
  readonly aspectRatio: string;
  readonly guidanceScale?: number | undefined;
  readonly numInferenceSteps?: number | undefined;
  /** Sent when the provider chooses the seed itself. */
  readonly seed?: number | undefined;
}
