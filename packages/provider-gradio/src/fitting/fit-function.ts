import type { Capabilities, GenerationBounds, GenerationDefaults, NumberRange } from '@hypotez/provider-core';
import type { SpaceFunction } from '../provider/space-function.ts';
import type { InputMapping, SpaceField, SpaceInput } from '../provider/space-input.ts';
import type { DescribedComponent, DescribedFunction, SpaceDescription } from '../signature/described-function.ts';
import { PICTURES, chooseFunction } from './choose-function.ts';
import { fitInputs, type FittedInput } from './fit-inputs.ts';
import { fitSize, ratiosIn } from './fit-size.ts';
import { isNumber, standingValue } from './standing-value.ts';

/** Most input images that a gallery is given. */
const GALLERY_IMAGES = 10;
/** Most images of one run; each is a job of its own. */
const MOST_IMAGES = 10;
const SEEDS: NumberRange = { min: 0, max: 2_147_483_647 };

/** Which function is meant, and what is said of its inputs beforehand. */
export interface WantedFunction {
  /** Name of the function, with or without a slash. Default: the only one that gives a picture. */
  readonly apiName?: string | undefined;
  /** What inputs take, where their names do not say it. */
  readonly inputs?: InputMapping | undefined;
}

/** A function of a Space as a provider asks it: what is sent, what it accepts, where picture and seed are in the answer. */
export interface FittedFunction extends Omit<SpaceFunction, 'url'> {
  readonly capabilities: Capabilities;
  readonly bounds: GenerationBounds;
  readonly defaults: GenerationDefaults;
  /** Index of the output that holds the picture. */
  readonly imageOutput: number;
  /** Index of the output that holds the seed; -1 without one. */
  readonly seedOutput: number;
}

/**
 * Makes of a Space's own description what a provider has to know of it.
 *
 * @throws {ConfigurationError} when the function, or an input of the mapping, is not there, or an input is left that nothing fills.
 */
export function fitFunction({ prefix, functions }: SpaceDescription, url: string, { apiName, inputs: mapping }: WantedFunction): FittedFunction {
  const found = chooseFunction(functions, new URL(url).host, apiName);
  const seedOutput = found.outputs.findIndex(isSeed);
  const fitted = fitInputs(found, mapping).map((input) => (seedOutput === -1 ? withoutChance(input) : input));
  const { size, aspectRatio } = fitSize(fitted);
  const [seed, guidanceScale, numInferenceSteps] = [rangeOf(fitted, 'seed', SEEDS), rangeOf(fitted, 'guidanceScale', { min: 0, max: 100 }), rangeOf(fitted, 'numInferenceSteps', { min: 1, max: 1000 })];
  return {
    apiEndpoint: `${prefix}/call/${encodeURIComponent(found.apiName)}`,
    inputs: fitted.map(toInput),
    capabilities: capabilitiesOf(found, fitted, seedOutput),
    bounds: { size, seed, guidanceScale, numInferenceSteps, n: { min: 1, max: MOST_IMAGES }, imagesPerCall: 1 },
    defaults: {
      aspectRatio,
      seed: seed?.min,
      guidanceScale: usual(fitted, 'guidanceScale', guidanceScale),
      numInferenceSteps: usual(fitted, 'numInferenceSteps', numInferenceSteps),
    },
    imageOutput: Math.max(0, found.outputs.findIndex(({ type }) => PICTURES.has(type))),
    seedOutput,
  };
}

function isSeed({ type, label }: DescribedComponent): boolean {
  return ['slider', 'number', 'textbox'].includes(type) && /\bseed\b/iu.test(label);
}

/** A Space that chooses the seed and does not tell it gives pictures that nobody can make again. */
function withoutChance(input: FittedInput): FittedInput {
  return input.value === 'randomizeSeed' ? { ...input, value: { constant: false } } : input;
}

function toInput({ name, described, value }: FittedInput): SpaceInput {
  const fallback = standingValue(described);
  if (value !== 'aspectRatio') return { name, component: described.type, value, fallback };
  const choices = ratiosIn(described);
  return { name, component: described.type, value: ({ aspectRatio }) => choices.get(aspectRatio) ?? fallback };
}

function rangeOf(inputs: readonly FittedInput[], field: SpaceField, unbounded: NumberRange): NumberRange | undefined {
  const described = inputs.find(({ value }) => value === field)?.described;
  if (described === undefined) return undefined;
  const { minimum, maximum } = described;
  // Some Spaces take -1 for a seed of their own choice; that is what `randomizeSeed` is for.
  const min = Math.max(unbounded.min, isNumber(minimum) ? minimum : unbounded.min);
  return { min, max: Math.max(min, isNumber(maximum) ? Math.min(maximum, Number.MAX_SAFE_INTEGER) : unbounded.max) };
}

function usual(inputs: readonly FittedInput[], field: SpaceField, range: NumberRange | undefined): number | undefined {
  const described = inputs.find(({ value }) => value === field)?.described;
  if (described === undefined || range === undefined) return undefined;
  const value = standingValue(described);
  return Math.min(range.max, Math.max(range.min, isNumber(value) ? value : range.min));
}

function capabilitiesOf({ isGenerator }: DescribedFunction, inputs: readonly FittedInput[], seedOutput: number): Capabilities {
  const has = (field: SpaceField): boolean => inputs.some(({ value }) => value === field);
  const pictures = inputs.filter(({ value }) => value === 'images').map(({ described }) => described.type);
  return {
    previews: isGenerator,
    progress: true,
    queuePosition: true,
    remoteCancel: true,
    seedInAnswer: has('seed') || seedOutput !== -1,
    negativePrompt: has('negativePrompt'),
    imageInput: pictures.includes('gallery') ? GALLERY_IMAGES : pictures.length,
    mask: has('mask') && pictures.length > 0,
    strength: has('strength') && pictures.length > 0,
  };
}
