import type { Generation, NumberRange } from '@hypotez/provider-core';

/** The fields of a request that inputs of Spaces can take. */
export const SPACE_FIELDS = [
  'prompt', 'negativePrompt', 'seed', 'randomizeSeed', 'width', 'height', 'aspectRatio', 'guidanceScale', 'numInferenceSteps', 'images', 'mask', 'strength',
] as const;

/** A field of a request that an input of a Space can take. */
export type SpaceField = (typeof SPACE_FIELDS)[number];

/** Kind of a component, as a Space's `/config` names it; those that are listed are what programs fill. */
export type SpaceComponent = 'textbox' | 'slider' | 'checkbox' | 'number' | 'dropdown' | 'radio' | 'image' | 'gallery' | (string & Record<never, never>);

/** A value that is the same for every request. */
export interface SpaceConstant {
  readonly constant: unknown;
}

/** What inputs of a function take, by their names. */
export type InputMapping = Readonly<Record<string, SpaceField | SpaceConstant>>;

/** One input component of a Space's function, and what a generation puts into it. */
export interface SpaceInput {
  /** Name of the parameter, as the Space's `/info` lists it. */
  readonly name: string;
  readonly component: SpaceComponent;
  /**
   * The field of the request that is sent, a constant, or a function that makes the value. Of several inputs that take `images` each gets
   * the next one; a gallery gets all that are left.
   */
  readonly value: SpaceField | SpaceConstant | ((generation: Generation) => unknown);
  /** Sent where the request has nothing for the field. Default null; for `negativePrompt` an empty text. */
  readonly fallback?: unknown;
  /** Bounds of a slider. Default: what the model accepts for the field. */
  readonly range?: NumberRange | undefined;
}
