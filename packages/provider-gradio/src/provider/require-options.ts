import { isServiceAddress, requireOption, requireServiceOptions } from '@hypotez/provider-core';
import { parseApiEndpoint } from './api-endpoint.ts';
import { requireBounds } from './require-bounds.ts';
import type { GradioSpaceOptions } from './gradio-space-options.ts';

const EXAMPLE = 'https://owner-space.hf.space';

/**
 * Checks what an application set.
 *
 * @throws {ConfigurationError} for the first wrong option.
 */
export function requireOptions({ imageOrigins = [], apiEndpoint, spaces = {}, bounds = {}, ...options }: GradioSpaceOptions): void {
  requireServiceOptions(options, EXAMPLE);
  requireOption(imageOrigins.every(isServiceAddress), 'imageOrigins', `a list, each an http: or https: address such as ${EXAMPLE}`);
  if (apiEndpoint !== undefined) parseApiEndpoint(apiEndpoint);
  requireBounds(bounds);
  for (const [model, place] of Object.entries(spaces)) {
    requireOption(place.url === undefined || isServiceAddress(place.url), `spaces.${model}.url`, `an http: or https: address such as ${EXAMPLE}`);
    if (place.apiEndpoint !== undefined) parseApiEndpoint(place.apiEndpoint);
  }
}
