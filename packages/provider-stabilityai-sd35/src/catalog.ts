import { defineCatalog } from '@hypotez/provider-core';

/** The Space and its one model; no other name reaches it. */
export const catalog = defineCatalog({
  label: 'StabilityAI SD-3.5-Large',
  url: 'https://stabilityai-stable-diffusion-3-5-large.hf.space',
  working: true,
  // The Space's function is no generator: it shows nothing before the picture is finished.
  capabilities: {
    previews: false, progress: true, queuePosition: true, remoteCancel: true, seedInAnswer: true, negativePrompt: true, imageInput: 0, mask: false, strength: false,
  },
  // The sliders of the Space's interface.
  bounds: {
    size: { min: 512, max: 1024, multipleOf: 32 },
    seed: { min: 0, max: 2_147_483_647 },
    guidanceScale: { min: 0, max: 7.5 },
    numInferenceSteps: { min: 1, max: 50 },
    // The Space paints one picture a job: ten are ten places in its queue.
    n: { min: 1, max: 10 },
    imagesPerCall: 1,
  },
  // The Space's own interface starts at 40 steps.
  defaults: { aspectRatio: '1:1', guidanceScale: 4.5, numInferenceSteps: 50, seed: 0 },
  models: [{ id: 'stabilityai-stable-diffusion-3-5-large', aliases: ['sd-3.5', 'sd-3.5-large'] }],
});
