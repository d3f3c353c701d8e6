import { defineCatalog } from '@hypotez/provider-core';

const RATIOS = ['1:1', '21:9', '16:9', '3:2', '5:4', '4:5', '2:3', '9:16', '9:21'] as const;

/** The service and its models; names that are not listed are asked for as further Stable Diffusion 3 models. */
export const catalog = defineCatalog({
  label: 'Stability AI API',
  url: 'https://api.stability.ai',
  working: true,
  open: true,
  capabilities: {
    previews: false, progress: false, queuePosition: false, remoteCancel: false, seedInAnswer: true, negativePrompt: true, imageInput: 1, mask: false, strength: true,
  },
  bounds: {
    size: { aspectRatios: RATIOS, pixels: 1024 * 1024 },
    // 0 lets the service choose one.
    seed: { min: 1, max: 4_294_967_294 },
    guidanceScale: { min: 1, max: 10 },
    n: { min: 1, max: 10 },
    imagesPerCall: 1,
  },
  defaults: { aspectRatio: '1:1', guidanceScale: 4 },
  models: [
    { id: 'sd3.5-large', aliases: ['sd-3.5', 'sd-3.5-large'] },
    // Painted without guidance unless told otherwise, so that a negative prompt has nothing to push away from.
    { id: 'sd3.5-large-turbo', aliases: ['sd-3.5-turbo', 'sd-3.5-large-turbo'], capabilities: { negativePrompt: false }, defaults: { guidanceScale: 1 } },
    { id: 'sd3.5-medium', aliases: ['sd-3.5-medium'] },
    {
      id: 'core',
      aliases: ['stable-image-core'],
      capabilities: { imageInput: 0, strength: false },
      bounds: { size: { aspectRatios: RATIOS, pixels: 1_500_000 }, guidanceScale: undefined },
      defaults: { guidanceScale: undefined },
    },
    { id: 'ultra', aliases: ['stable-image-ultra'], bounds: { guidanceScale: undefined }, defaults: { guidanceScale: undefined } },
  ],
});
