import type { ResponseErrorOptions, UnavailableError } from '@hypotez/provider-core';
import { SpaceBrokenError } from './space-broken-error.ts';
import { SpaceBuildingError } from './space-building-error.ts';
import { SpacePausedError } from './space-paused-error.ts';
import { SpaceSleepingError } from './space-sleeping-error.ts';

/** A state in which a Space does not work. */
interface SpaceState {
  readonly error: new (message: string, options?: Omit<ResponseErrorOptions, 'code'>) => UnavailableError;
  /** What is said of the Space. */
  readonly text: string;
  /** The words of Hugging Face's edge for it. */
  readonly words: RegExp;
  /** The Hub's names for it. */
  readonly stages: RegExp;
}

const STATES: readonly SpaceState[] = [
  { error: SpacePausedError, text: 'is paused; its owner has to start it', words: /\bpaused\b/iu, stages: /^(?:PAUSED|STOPPED|DELETING)$/u },
  { error: SpaceBrokenError, text: 'is broken; its owner has to mend it', words: /space is in error/iu, stages: /^(?:NO_APP_FILE|(?:CONFIG|BUILD|RUNTIME)_ERROR)$/u },
  { error: SpaceSleepingError, text: 'was asleep and is waking up', words: /\bsleep/iu, stages: /^SLEEPING$/u },
  { error: SpaceBuildingError, text: 'is being built or is starting', words: /\b(?:building|starting|preparing)\b/iu, stages: /^(?:RUNNING_)?(?:BUILDING|APP_STARTING)$/u },
];

/** The error that the words of Hugging Face's edge mean; `undefined` when they are not known. */
export function edgeError(words: string, host: string, options: Omit<ResponseErrorOptions, 'code'>): UnavailableError | undefined {
  return errorOf(STATES.find((state) => state.words.test(words)), host, options);
}

/** The error that a stage of the Hub means; `undefined` for the stages in which a Space runs. */
export function stageError(stage: string, host: string): UnavailableError | undefined {
  return errorOf(STATES.find((state) => state.stages.test(stage)), host);
}

function errorOf(state: SpaceState | undefined, host: string, options?: Omit<ResponseErrorOptions, 'code'>): UnavailableError | undefined {
  return state && new state.error(`The Space ${host} ${state.text}.`, options);
}
