import { ConfigurationError } from '../errors/configuration-error.ts';

/**
 * A secret header that is bound to one origin.
 *
 * The value lives in a private field: neither printing, nor JSON, nor copying shows it.
 */
export class Credential {
  /** The only origin that gets the header, such as `https://owner-space.hf.space`. */
  readonly origin: string;
  /** Name of the header, in lower case. */
  readonly header: string;
  readonly #value: string;

  /** @throws {ConfigurationError} when the value has characters that a header cannot hold. */
  constructor(options: { readonly origin: string; readonly header: string; readonly value: string }) {
    this.origin = new URL(options.origin).origin;
    this.header = options.header.toLowerCase();
    // A secret that is read from a file ends with a line feed.
    this.#value = options.value.trim();
    // Here and not in `fetch`, whose error repeats the value.
    if (!/^[\t\x20-\x7e]*$/u.test(this.#value)) throw new ConfigurationError(`The credential for ${this.header} has characters that no header can hold.`);
  }

  /** The header for a request to `url`: empty for every origin but the credential's own. */
  headersFor(url: URL): Readonly<Record<string, string>> {
    return url.origin === this.origin ? { [this.header]: this.#value } : {};
  }
}
