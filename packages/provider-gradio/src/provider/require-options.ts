import { parseApiEndpoint } from './api-endpoint.ts';
import type { GradioSpaceOptions } from './gradio-space-options.ts';
import { requireOption } from './require-option.ts';

const ADDRESS = 'an http: or https: address such as https://owner-space.hf.space';

/**
 * Checks what an application set.
 *
 * @throws {ConfigurationError} for the first wrong option.
 */
export function requireOptions({ url, apiEndpoint, apiKey, imageOrigins = [] }: GradioSpaceOptions): void {
  requireOption(url === undefined || isAddress(url), 'url', ADDRESS);
  requireOption(imageOrigins.every(isAddress), 'imageOrigins', `a list, each ${ADDRESS}`);
  if (apiEndpoint !== undefined) parseApiEndpoint(apiEndpoint);
  // The value becomes part of a header.
  requireOption(apiKey === undefined || /^[\x21-\x7e]+$/u.test(apiKey.trim()), 'apiKey', 'printable ASCII characters without blanks');
}

function isAddress(text: string): boolean {
  return /^https?:\/\/[^/?#@]+(?:\/[^?#]*)?$/iu.test(text) && URL.canParse(text);
}
