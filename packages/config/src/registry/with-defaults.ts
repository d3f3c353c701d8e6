import type { ImageRequest } from '@hypotez/provider-core';
import type { RequestDefaults } from '../file/hypotez-config.ts';

/**
 * Fills in what a request leaves open. A size of the defaults gives way to any size or ratio of the request, which it would
 * distort otherwise; options of providers are filled in one by one. The model is not filled in:
 * a registry is asked by alias.
 */
export function withDefaults(request: ImageRequest, { width, height, providerOptions = {}, ...defaults }: RequestDefaults): ImageRequest {
  const given = Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined));
  const hasSize = [request.width, request.height, request.aspectRatio].some((value) => value !== undefined);
  const providers = new Set([...Object.keys(providerOptions), ...Object.keys(request.providerOptions ?? {})]);
  const options = Object.fromEntries([...providers].map((id) => [id, { ...providerOptions[id], ...request.providerOptions?.[id] }]));
  return { ...defaults, model: undefined, ...(hasSize ? {} : { width, height }), ...given, ...(providers.size === 0 ? {} : { providerOptions: options }) };
}
