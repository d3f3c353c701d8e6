import { requireOption } from './require-option.ts';

/** What can be set on every provider that is asked over HTTP. */
export interface HttpServiceOptions {
  /** Address of the service, with the path that all of its own begin with. Default: the vendor's own. */
  readonly url?: string | undefined;
  /** Key that is sent to that address, and nowhere else. */
  readonly apiKey?: string | undefined;
}

/**
 * Checks what an application set.
 *
 * @param example an address, for the message.
 * @throws {ConfigurationError} for the first wrong option.
 */
export function requireServiceOptions({ url, apiKey }: HttpServiceOptions, example: string): void {
  requireOption(url === undefined || isServiceAddress(url), 'url', `an http: or https: address such as ${example}`);
  // The value becomes part of a header. What is read from a file ends with a line feed, which is taken away.
  requireOption(apiKey === undefined || /^[\x21-\x7e]+$/u.test(apiKey.trim()), 'apiKey', 'printable ASCII characters without blanks');
}

/** Tells whether a text is an `http:` or `https:` address to which a path can be added: no query, no credential. */
export function isServiceAddress(text: string): boolean {
  return /^https?:\/\/[^/?#@]+(?:\/[^?#]*)?$/iu.test(text) && URL.canParse(text);
}
