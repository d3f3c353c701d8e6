import { requireOption } from '@hypotez/provider-core';

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
  const [, prefix = '', name = ''] = /^(|\/[^?#]*?)\/call\/([^/?#]+)\/?$/u.exec(path) ?? [];
  const apiName = decoded(name);
  requireOption(apiName !== '', 'apiEndpoint', 'a path such as /gradio_api/call/infer');
  return { prefix, apiName };
}

/** A path may hold percent signs that encode nothing. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
