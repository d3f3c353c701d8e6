import { defineCatalog } from '@hypotez/provider-core';

/** The guidance-distilled model, whose Space shows previews. */
export const DEV = 'black-forest-labs-flux-1-dev';
/** The fast model: no guidance, four steps. */
export const SCHNELL = 'black-forest-labs-flux-1-schnell';

/** The two Spaces and their models; no other name reaches them. */
export const catalog = defineCatalog({
  label: 'Black Forest Labs FLUX.1',
  url: `https://${DEV}.hf.space`,
  working: true,
  capabilities: {
    previews: true, progress: true, queuePosition: true, remoteCancel: true, seedInAnswer: true, negativePrompt: false, imageInput: 0, mask: false, strength: false,
  },
  bounds: {
    size: { min: 256, max: 2048, multipleOf: 32, pixels: 1024 * 1024 },
    seed: { min: 0, max: 2_147_483_647 },
    guidanceScale: { min: 1, max: 15 },
    numInferenceSteps: { min: 1, max: 50 },
    n: { min: 1, max: 10 },
    imagesPerCall: 1,
  },
  defaults: { aspectRatio: '1:1', guidanceScale: 3.5, numInferenceSteps: 28, seed: 0 },
  models: [
    { id: DEV, aliases: ['flux', 'flux-dev', 'flux.1-dev'] },
    {
      id: SCHNELL,
      aliases: ['flux-schnell', 'flux.1-schnell'],
      capabilities: { previews: false },
      bounds: { guidanceScale: undefined },
      defaults: { guidanceScale: undefined, numInferenceSteps: 4 },
    },
  ],
});
