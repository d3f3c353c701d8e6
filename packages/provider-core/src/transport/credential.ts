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

  constructor(options: { readonly origin: string; readonly header: string; readonly value: string }) {
    this.origin = new URL(options.origin).origin;
    this.header = options.header.toLowerCase();
    this.#value = options.value;
  }

  /** The header for a request to `url`: empty for every origin but the credential's own. */
  headersFor(url: URL): Readonly<Record<string, string>> {
    return url.origin === this.origin ? { [this.header]: this.#value } : {};
  }
}
