/** How a reference provider is made. */
export interface ReferenceOptions {
  /** Address of the service. */
  readonly url: string;
  /** Sent to that address as a bearer token. Default none. */
  readonly apiKey?: string | undefined;
  /** Id of the plugin. Default `buffered` or `stream`. */
  readonly id?: string | undefined;
}
