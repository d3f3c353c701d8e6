import { randomInt } from 'node:crypto';
import type { PictureSettings } from '../../painting/picture.ts';
import { maximumSeed } from './components.ts';
import { readAnyNumber, readInteger, readText } from './read-input.ts';

/** The eight inputs of the SD 3.5 interface, read as late as a Python function would read them. */
export interface DiffusionInputs {
  readonly steps: number;
  /** The seed drawn or given, as the caller gets it back. */
  readonly seed: number | string | boolean | null;
  /** Reads the rest. Throws a `TypeError`, hidden from the caller, when width or height is no whole number. */
  readonly settings: () => PictureSettings;
}

/**
 * Reads steps and seed, drawing one when asked to. Values off the bounds pass.
 *
 * Throws a `TypeError`, hidden from the caller, when the number of steps is no whole number.
 */
export function readDiffusionInputs(inputs: readonly unknown[]): DiffusionInputs {
  const [prompt, negativePrompt, givenSeed, randomizeSeed, width, height, guidanceScale, givenSteps] = inputs;
  // Truth as Python sees it: null, false, 0 and "" are not.
  const seed = randomizeSeed ? randomInt(maximumSeed + 1) : toPlain(givenSeed);
  const steps = readInteger(givenSteps);
  const settings = (): PictureSettings => ({
    prompt: readText(prompt),
    negativePrompt: readText(negativePrompt),
    seed: readAnyNumber(seed),
    width: readInteger(width),
    height: readInteger(height),
    guidanceScale: readAnyNumber(guidanceScale),
    steps,
  });
  return { steps, seed, settings };
}

function toPlain(value: unknown): DiffusionInputs['seed'] {
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean' ? value : null;
}
