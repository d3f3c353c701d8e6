import { randomInt } from 'node:crypto';
import type { PictureSettings } from '../../painting/picture.ts';
import { maximumSeed } from './components.ts';
import { readNumber, readText } from './read-input.ts';

/** Reads the eight inputs of the SD 3.5 interface, drawing a seed when asked to. Values off the bounds pass. */
export function readDiffusionInputs(inputs: readonly unknown[]): PictureSettings {
  const [prompt, negativePrompt, seed, randomizeSeed, width, height, guidanceScale, steps] = inputs;
  // Truth as Python sees it: null, false, 0 and "" are not.
  const isRandom = Boolean(randomizeSeed);
  return {
    prompt: readText(prompt),
    negativePrompt: readText(negativePrompt),
    seed: isRandom ? randomInt(maximumSeed + 1) : readNumber(seed),
    width: Math.trunc(readNumber(width)),
    height: Math.trunc(readNumber(height)),
    guidanceScale: readNumber(guidanceScale),
    steps: Math.trunc(readNumber(steps)),
  };
}
