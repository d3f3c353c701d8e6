export { StabilityApiProvider, type StabilityApiOptions } from './stability-api-provider.ts';
export type { StabilityApiRequestOptions } from './request-options.ts';
export { stabilityApi } from './stability-api.ts';
