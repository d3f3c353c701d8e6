import type { Generation, NumberRange } from '@hypotez/provider-core';

/** One input component of a Space's function, and what a generation puts into it. */
export interface SpaceInput {
  /** Name of the parameter, as the Space's `/info` lists it. */
  readonly name: string;
  /** Kind of the component, as the Space's `/config` names it. */
  readonly component: 'textbox' | 'slider' | 'checkbox' | 'number' | 'dropdown';
  /** The value that is sent. */
  readonly value: (generation: Generation) => string | number | boolean | null;
  /** Bounds of a slider. */
  readonly range?: NumberRange | undefined;
}
