export { blackForestLabsFlux } from './black-forest-labs-flux.ts';
export { BlackForestLabsFluxProvider, type BlackForestLabsFluxOptions } from './black-forest-labs-flux-provider.ts';
