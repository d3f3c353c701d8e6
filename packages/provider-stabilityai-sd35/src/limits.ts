import type { GenerationBounds, GenerationDefaults } from '@hypotez/provider-core';

/** What the Space accepts: the sliders of its interface. */
export const bounds: GenerationBounds = {
  size: { min: 512, max: 1024, multipleOf: 32 },
  seed: { min: 0, max: 2_147_483_647 },
  guidanceScale: { min: 0, max: 7.5 },
  numInferenceSteps: { min: 1, max: 50 },
  // The Space paints one picture a job: ten are ten places in its queue.
  n: { min: 1, max: 10 },
  imagesPerCall: 1,
};

/** What is sent when the request does not say; the Space's own interface starts at 40 steps. */
export const defaults: GenerationDefaults = { aspectRatio: '1:1', guidanceScale: 4.5, numInferenceSteps: 50, seed: 0 };
