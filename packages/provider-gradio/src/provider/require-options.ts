import { ConfigurationError } from '@hypotez/provider-core';
import { parseApiEndpoint } from './api-endpoint.ts';
import type { GradioSpaceOptions } from './gradio-space-options.ts';

/**
 * Checks what an application set, so that a mistake shows at once and not as a failed request.
 *
 * @throws {ConfigurationError} for the first wrong option. A credential is not repeated.
 */
export function requireOptions({ url, apiEndpoint, apiKey, imageOrigins = [] }: GradioSpaceOptions): void {
  if (url !== undefined && !isAddress(url)) {
    throw new ConfigurationError('url is no address of a Space; allowed is an http: or https: URL without user, query and fragment, such as https://owner-space.hf.space.');
  }
  const wrong = imageOrigins.find((origin) => !isAddress(origin));
  if (wrong !== undefined) throw new ConfigurationError(`imageOrigins holds ${JSON.stringify(wrong)}; allowed are origins such as https://images.example.org.`);
  if (apiEndpoint !== undefined) parseApiEndpoint(apiEndpoint);
  // The value becomes part of a header.
  if (apiKey !== undefined && !/^[\x21-\x7e]+$/u.test(apiKey.trim())) {
    throw new ConfigurationError('apiKey is no token; allowed is a text of printable ASCII characters without blanks.');
  }
}

function isAddress(text: string): boolean {
  if (!/^https?:\/\/[^/]/iu.test(text) || !URL.canParse(text)) return false;
  const { username, password, search, hash } = new URL(text);
  return `${username}${password}${search}${hash}` === '';
}
