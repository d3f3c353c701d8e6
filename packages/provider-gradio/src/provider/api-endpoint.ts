import { ConfigurationError } from '@hypotez/provider-core';

/** A function's path in its parts. */
export interface ApiEndpoint {
  /** `/gradio_api`, or nothing on Gradio 4. */
  readonly prefix: string;
  /** Name of the function, without a slash. */
  readonly apiName: string;
}

/**
 * Takes a path such as `/gradio_api/call/infer` apart.
 *
 * @throws {ConfigurationError} when it has no `/call/<name>` at its end.
 */
export function parseApiEndpoint(path: string): ApiEndpoint {
  const [, prefix, apiName] = /^(|\/[^?#]*?)\/call\/([^/?#]+)\/?$/u.exec(path) ?? [];
  if (prefix !== undefined && apiName !== undefined && isDecodable(apiName)) return { prefix, apiName: decodeURIComponent(apiName) };
  throw new ConfigurationError(`apiEndpoint is ${JSON.stringify(path)}; allowed is a path such as /gradio_api/call/infer.`);
}

function isDecodable(text: string): boolean {
  try {
    return decodeURIComponent(text) !== '';
  } catch {
    return false;
  }
}
