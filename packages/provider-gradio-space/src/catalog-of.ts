import { defineCatalog, type ModelLimits } from '@hypotez/provider-core';
import type { GradioSpacePluginOptions } from './gradio-space-plugin-options.ts';
import { spaceAddress, spaceName } from './space-address.ts';

/** What may be asked for before the Space has said what it takes: wide enough for any. */
export const OPEN_LIMITS = {
  capabilities: {
    previews: true, progress: true, queuePosition: true, remoteCancel: true, seedInAnswer: true, negativePrompt: true, imageInput: 10, mask: true, strength: true,
  },
  bounds: {
    size: { min: 1, max: 8192, pixels: 1024 * 1024 },
    seed: { min: 0, max: Number.MAX_SAFE_INTEGER },
    guidanceScale: { min: 0, max: 100 },
    numInferenceSteps: { min: 1, max: 1000 },
    n: { min: 1, max: 10 },
    imagesPerCall: 1,
  },
  defaults: { aspectRatio: '1:1' },
} as const satisfies ModelLimits;

/** The catalogue of one Space: one model, whose limits are learned from the Space. */
export function catalogOf({ space, url = spaceAddress(space), model = spaceName(space) ?? new URL(url).host, aliases = [] }: GradioSpacePluginOptions) {
  return defineCatalog({ label: `Gradio Space ${spaceName(space) ?? new URL(url).host}`, url, working: true, ...OPEN_LIMITS, models: [{ id: model, aliases }] });
}
