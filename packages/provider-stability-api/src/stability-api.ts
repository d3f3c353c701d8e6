import { definePlugin } from '@hypotez/provider-core';
import { catalog } from './catalog.ts';
import { StabilityApiProvider, type StabilityApiOptions } from './stability-api-provider.ts';

/** The plugin for a registry: `createRegistry([stabilityApi()]).resolve('sd-3.5')`. */
export function stabilityApi(options: StabilityApiOptions = {}) {
  return definePlugin({
    id: 'stability-api',
    models: catalog.models,
    open: true,
    // Whoever asks faster is shut out for a minute.
    rate: { perInterval: 150, intervalMs: 10_000 },
    create: (context, settings) => new StabilityApiProvider(options, context, settings),
  });
}
