import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { requestProblem } from '../errors/request-problem.ts';
import { UnsupportedOptionError } from '../errors/unsupported-option-error.ts';
import type { Capabilities } from '../provider/capabilities.ts';
import type { GenerationBounds } from './generation-limits.ts';
import type { ImageRequest } from './image-request.ts';

type Option = 'negativePrompt' | 'seed' | 'guidanceScale' | 'numInferenceSteps' | 'images' | 'mask' | 'strength';

/** Options that not every model has, and what people call them. */
const OPTIONS: readonly (readonly [option: Option, words: string])[] = [
  ['negativePrompt', 'negative prompt'],
  ['seed', 'seed'],
  ['guidanceScale', 'guidance scale'],
  ['numInferenceSteps', 'number of inference steps'],
  ['images', 'input image'],
  ['mask', 'mask'],
  ['strength', 'strength'],
];

/**
 * Holds what a request asks for explicitly against what the model has: the one place for all providers.
 *
 * @throws {InvalidRequestError} when a mask or a strength comes without an input image.
 * @throws {UnsupportedOptionError} when the model lacks an option.
 */
export function requireOptions(request: ImageRequest, model: string, capabilities: Capabilities, bounds: GenerationBounds): void {
  const { images = [], negativePrompt, mask, strength } = request;
  const lacks: Readonly<Record<Option, boolean>> = {
    negativePrompt: !isBlank(negativePrompt) && !capabilities.negativePrompt,
    seed: bounds.seed === undefined,
    guidanceScale: bounds.guidanceScale === undefined,
    numInferenceSteps: bounds.numInferenceSteps === undefined,
    images: images.length > capabilities.imageInput,
    mask: !capabilities.mask,
    strength: !capabilities.strength,
  };
  const problems = OPTIONS.filter(([option]) => request[option] !== undefined && lacks[option]).map(([option, words]) => {
    const { imageInput: most } = capabilities;
    const nothing = `nothing: ${model} takes no ${words}`;
    if (option !== 'images') return requestProblem(option, request[option], nothing);
    return { field: option, value: images.length === 1 ? '1 image' : `${images.length} images`, allowed: most === 0 ? nothing : `at most ${most} for ${model}` };
  });
  if (problems.length > 0) throw new UnsupportedOptionError(problems);
  const alone = images.length > 0 ? [] : Object.entries({ mask, strength }).filter(([, value]) => value !== undefined);
  if (alone.length > 0) throw new InvalidRequestError(alone.map(([field, value]) => requestProblem(field, value, 'nothing without an input image')));
}

/** Whether a text says nothing. */
export function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}
