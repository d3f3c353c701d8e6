import type { ResponseErrorOptions, UnavailableError } from '@hypotez/provider-core';
import { SpaceBrokenError } from './space-broken-error.ts';
import { SpaceBuildingError } from './space-building-error.ts';
import { SpacePausedError } from './space-paused-error.ts';
import { SpaceSleepingError } from './space-sleeping-error.ts';

/** A state in which a Space does not work: how it is recognised, the class of its error, and what is said of the Space. */
type State = readonly [sign: RegExp, error: new (message: string, options?: ResponseErrorOptions) => UnavailableError, text: string];

// Words of the edge stand anywhere in a text, the Hub's names alone: an application's own "runtime error" is another thing.
const STATES: readonly State[] = [
  [/\bpaused\b|^(?:stopped|deleting)$/iu, SpacePausedError, 'is paused; its owner has to start it'],
  [/space is in error|^(?:config|build|runtime)_error$|^no_app_file$/iu, SpaceBrokenError, 'is broken; its owner has to mend it'],
  [/\bsleep/iu, SpaceSleepingError, 'was asleep and is waking up'],
  [/\b(?:building|starting|preparing)\b|_(?:building|starting)$/iu, SpaceBuildingError, 'is being built or is starting'],
];

/**
 * The error that a stage of the Hub means, or what Hugging Face's edge says in the Space's place; `undefined` for the stages in
 * which a Space runs and for words that are not known.
 */
export function stageError(stage: string, host: string, options?: ResponseErrorOptions): UnavailableError | undefined {
  const [, StateError, text] = STATES.find(([sign]) => sign.test(stage)) ?? [];
  return StateError && new StateError(`The Space ${host} ${text}.`, options);
}
