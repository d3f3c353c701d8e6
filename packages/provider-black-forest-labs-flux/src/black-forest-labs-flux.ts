import { definePlugin } from '@hypotez/provider-core';
import { BlackForestLabsFluxProvider, type BlackForestLabsFluxOptions } from './black-forest-labs-flux-provider.ts';
import { catalog } from './catalog.ts';

/** The plugin for a registry: `createRegistry([blackForestLabsFlux()]).resolve('flux-dev')`. */
export function blackForestLabsFlux(options: BlackForestLabsFluxOptions = {}) {
  return definePlugin({
    id: 'black-forest-labs-flux',
    models: catalog.models,
    create: (context, settings) => new BlackForestLabsFluxProvider(options, context, settings),
  });
}
