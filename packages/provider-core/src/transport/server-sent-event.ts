/** One event of a `text/event-stream`, as the WHATWG specification frames it. */
export interface ServerSentEvent {
  /** The `event:` field; empty when there was none. */
  readonly event: string;
  /** The `data:` lines, joined by line feeds. */
  readonly data: string;
  /** Whether the blank line that ends an event came; without it the data may be cut short. */
  readonly complete: boolean;
}
