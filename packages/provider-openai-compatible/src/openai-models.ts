import type { Capabilities, GenerationBounds, GenerationDefaults } from '@hypotez/provider-core';

/** What OpenAI's models can do; other servers are taken to be able to do the same, unless the option `models` says otherwise. */
export const capabilities: Capabilities = {
  previews: true, progress: false, queuePosition: false, remoteCancel: false, seedInAnswer: false, negativePrompt: false, imageInput: 16, mask: true, strength: false,
};

/** What a model takes of which nothing else is known: OpenAI's grid of sizes, of which its newer models take any. */
export const bounds: GenerationBounds = { size: { min: 256, max: 3840, multipleOf: 16, pixels: 1024 * 1024 }, n: { min: 1, max: 10 }, imagesPerCall: 10 };

/** The ratio of sizes of which one side is given; without any, the service chooses. */
export const defaults: GenerationDefaults = { aspectRatio: '1:1' };

const standardSizes = { size: { sizes: [{ width: 1024, height: 1024 }, { width: 1536, height: 1024 }, { width: 1024, height: 1536 }] } } as const;

/** The models of OpenAI in November 2026; others go through by name. */
export const openAiModels = [
  { id: 'gpt-image-2', aliases: ['gpt-image'] },
  { id: 'gpt-image-2.5-sunburst', aliases: [] },
  { id: 'gpt-image-2.5-flare', aliases: [] },
  { id: 'gpt-image-2.6-sunburst', aliases: [], bounds: standardSizes },
  { id: 'gpt-image-2.6-flare', aliases: [], bounds: standardSizes },
  { id: 'gpt-image-1.5', aliases: [], bounds: standardSizes },
  { id: 'gpt-image-1-mini', aliases: [], bounds: standardSizes },
  { id: 'chatgpt-image-latest', aliases: [], bounds: standardSizes },
] as const;

/** Stands for whatever a server takes when a request names no model; it is not sent. */
export const UNNAMED_MODEL = { id: 'default', aliases: [] } as const;
