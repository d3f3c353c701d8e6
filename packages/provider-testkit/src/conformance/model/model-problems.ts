import type { Capabilities, GenerationBounds, ModelLimits, NumberRange, SizeRule } from '@hypotez/provider-core';
import { canGive } from './can-give.ts';

const FLAGS = ['previews', 'progress', 'queuePosition', 'remoteCancel', 'seedInAnswer', 'negativePrompt', 'mask', 'strength'] as const satisfies readonly (keyof Capabilities)[];
const RANGES = ['seed', 'guidanceScale', 'numInferenceSteps'] as const;

/** What is wrong with the description of a model, for people; nothing when it is sane. */
export function modelProblems({ capabilities, bounds, defaults }: ModelLimits): readonly string[] {
  return [
    ...capabilityProblems(capabilities),
    ...sizeProblems(bounds.size, defaults.aspectRatio),
    ...countProblems(bounds),
    ...RANGES.flatMap((name) => rangeProblems(name, bounds[name], defaults[name])),
  ];
}

function capabilityProblems(capabilities: Capabilities): readonly string[] {
  const { imageInput, mask, strength } = capabilities;
  return [
    ...FLAGS.filter((name) => typeof capabilities[name] !== 'boolean').map((name) => `capabilities.${name} is ${String(capabilities[name])}; it is true or false.`),
    ...(isCount(imageInput, 0) ? [] : [`capabilities.imageInput is ${String(imageInput)}; it is the most input images, 0 for none.`]),
    ...(imageInput === 0 && (mask || strength) ? ['capabilities has mask or strength, but no imageInput that they would be about.'] : []),
  ];
}

function sizeProblems(size: SizeRule, ratio: string): readonly string[] {
  if ('aspectRatios' in size) {
    if (!isCount(size.pixels, 1)) return ['bounds.size has no whole number of pixels.'];
  } else if ('sizes' in size) {
    if (!size.sizes.every(({ width, height }) => isCount(width, 1) && isCount(height, 1))) return ['bounds.size has a side that is no whole number of pixels.'];
  } else {
    const { min, max, multipleOf = 1, pixels = 1 } = size;
    const isSane = isCount(multipleOf, 1) && min > 0 && pixels > 0 && Math.ceil(min / multipleOf) <= Math.floor(max / multipleOf);
    if (!isSane) return ['bounds.size holds no size: min, max and multipleOf leave no side.'];
  }
  try {
    return canGive(size, ratio) ? [] : [`defaults.aspectRatio is "${ratio}", which bounds.size cannot give.`];
  } catch {
    return [`defaults.aspectRatio is "${ratio}", which is no ratio.`];
  }
}

function countProblems({ n, imagesPerCall = n.max }: GenerationBounds): readonly string[] {
  return [
    ...(n.min === 1 && isCount(n.max, 1) ? [] : [`bounds.n is ${n.min} to ${n.max}; it begins with 1 and ends with a whole number.`]),
    ...(isCount(imagesPerCall, 1) ? [] : [`bounds.imagesPerCall is ${imagesPerCall}; it is a whole number from 1.`]),
  ];
}

function rangeProblems(name: (typeof RANGES)[number], range: NumberRange | undefined, preset: number | undefined): readonly string[] {
  if (range === undefined) return preset === undefined ? [] : [`defaults.${name} is ${preset}, but bounds has no ${name}: the model takes none.`];
  if (!(range.min <= range.max)) return [`bounds.${name} is ${range.min} to ${range.max}, which is nothing.`];
  if (preset !== undefined && !(preset >= range.min && preset <= range.max)) return [`defaults.${name} is ${preset}, outside of bounds.${name}, ${range.min} to ${range.max}.`];
  return [];
}

function isCount(value: number, least: number): boolean {
  return Number.isInteger(value) && value >= least;
}
