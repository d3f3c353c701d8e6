import { definePlugin } from '@hypotez/provider-core';
import { catalog } from './catalog.ts';
import { StabilityAI_SD35Large, type StabilityAiSd35Options } from './stability-ai-sd35-large.ts';

/** The plugin for a registry: `createRegistry([stabilityAiSd35()]).resolve('sd-3.5')`. */
export function stabilityAiSd35(options: StabilityAiSd35Options = {}) {
  return definePlugin({
    id: 'stabilityai-sd35',
    models: catalog.models,
    create: (context, settings) => new StabilityAI_SD35Large(options, context, settings),
  });
}
