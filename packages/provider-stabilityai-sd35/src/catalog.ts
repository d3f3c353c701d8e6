import { defineCatalog } from '@hypotez/provider-core';

/** The Space and its one model; no other name reaches it. */
export const catalog = defineCatalog({
  label: 'StabilityAI SD-3.5-Large',
  url: 'https://stabilityai-stable-diffusion-3-5-large.hf.space',
  working: true,
  models: [{ id: 'stabilityai-stable-diffusion-3-5-large', aliases: ['sd-3.5', 'sd-3.5-large'] }],
});
